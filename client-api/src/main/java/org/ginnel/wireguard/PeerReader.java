// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.ConfigLines.Section;
import org.ginnel.wireguard.ConfigLines.Setting;
import org.ginnel.wireguard.ConfigProblem.Reason;

/// Reads a `[Peer]`.
final class PeerReader {
    private static final List<String> ONCE = List.of("PublicKey", "PresharedKey", "Endpoint", "PersistentKeepalive");
    private static final List<String> REPEATED = List.of("AllowedIPs");

    private final SectionReader in;
    private final Problems problems;
    private final List<IpNetwork> allowedIps = new ArrayList<>();

    private PeerReader(Section section, Problems problems) {
        this.in = new SectionReader(section, ONCE, REPEATED, problems);
        this.problems = problems;
    }

    /// Reads what can be read, and reports the rest. Empty when there is no public key to know the peer by.
    ///
    /// @param client whether an endpoint and allowed IPs are required
    static Optional<Peer> read(Section section, boolean client, Problems problems) {
        return new PeerReader(section, problems).read(client);
    }

    private Optional<Peer> read(boolean client) {
        in.require("PublicKey");
        if (client) {
            in.require("AllowedIPs");
            in.require("Endpoint");
        }
        in.all("AllowedIPs").forEach(this::readAllowedIps);
        var shared = in.value("PresharedKey", Reason.BAD_KEY, PresharedKey::parse);
        var endpoint = in.value("Endpoint", Reason.BAD_ENDPOINT, Endpoint::parse);
        var keepalive = in.value("PersistentKeepalive", Reason.BAD_NUMBER, PeerReader::seconds);
        if (endpoint.filter(Endpoint::isForbidden).isPresent()) {
            in.refuse("Endpoint", Reason.FORBIDDEN_ADDRESS);
        }
        return in.value("PublicKey", Reason.BAD_KEY, PublicKey::parse)
                .map(key -> new Peer(key, shared, allowedIps, endpoint, keepalive.filter(s -> s > 0)));
    }

    private static Optional<Integer> seconds(String text) {
        return text.equalsIgnoreCase("off") ? Optional.of(0) : Numbers.upTo65535(text);
    }

    /// As `wg` does: one empty entry spoils the list.
    private void readAllowedIps(Setting setting) {
        for (var word : ConfigLines.compact(setting.value()).split(",", -1)) {
            var network = IpNetwork.parse(word);
            network.ifPresent(allowedIps::add);
            if (network.isEmpty()) {
                problems.add(setting.line(), "AllowedIPs", Reason.BAD_ADDRESS);
            }
        }
    }
}
