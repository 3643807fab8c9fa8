// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// The clients that `wireguard-install.sh` keeps in its `wg0.conf`, between `# BEGIN_PEER name` and `# END_PEER name`.
/// What stands elsewhere in the file, the gateway's private key above all, is not looked at.
///
/// @param peers in the order of the file
/// @param problems what could not be read, with the name of the client; keys are never repeated
public record ScriptPeers(List<Named> peers, List<String> problems) {
    private static final Pattern BEGIN = Pattern.compile("#\\s*BEGIN_PEER\\s+(\\S{1,64})\\s*");
    private static final Pattern END = Pattern.compile("#\\s*END_PEER\\s+.*");
    private static final int MAX_CLIENTS = 65_536;

    public ScriptPeers {
        peers = List.copyOf(peers);
        problems = List.copyOf(problems);
    }

    /// Reads the text of the file.
    public static ScriptPeers parse(String text) {
        var peers = new ArrayList<Named>();
        var problems = new ArrayList<String>();
        var current = Optional.<String>empty();
        var values = new HashMap<String, String>();
        for (var raw : text.lines().toList()) {
            var line = raw.strip();
            var begin = BEGIN.matcher(line);
            if (begin.matches()) {
                current.ifPresent(name -> problems.add(name + ": it has no END_PEER"));
                current = Optional.of(begin.group(1));
                values.clear();
            } else if (END.matcher(line).matches() && current.isPresent()) {
                finish(current.get(), values, peers, problems);
                current = Optional.empty();
            } else if (current.isPresent()) {
                value(line, values);
            }
        }
        current.ifPresent(name -> problems.add(name + ": it has no END_PEER"));
        return new ScriptPeers(peers, problems);
    }

    private static void value(String line, Map<String, String> values) {
        var equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
            var value = line.substring(equals + 1).split("#", 2)[0].strip();
            values.put(line.substring(0, equals).strip().toLowerCase(Locale.ROOT), value);
        }
    }

    private static void finish(String name, Map<String, String> values, List<Named> peers, List<String> problems) {
        try {
            var key = PublicKey.parse(values.getOrDefault("publickey", "")).orElseThrow(() -> wrong("PublicKey"));
            var secret = Optional.ofNullable(values.get("presharedkey"))
                    .map(text -> PresharedKey.parse(text).orElseThrow(() -> wrong("PresharedKey")));
            var networks = new ArrayList<IpNetwork>();
            for (var text : values.getOrDefault("allowedips", "").split(",", -1)) {
                networks.add(IpNetwork.parse(text.strip()).orElseThrow(() -> wrong("AllowedIPs")));
            }
            if (peers.size() == MAX_CLIENTS) {
                throw new IllegalArgumentException("there are more than " + MAX_CLIENTS + " clients");
            }
            peers.add(new Named(name, new Peer(key, secret, networks, Optional.empty(), Optional.empty())));
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage());
        }
    }

    private static IllegalArgumentException wrong(String field) {
        return new IllegalArgumentException(field + " is missing or wrong");
    }

    /// A client with the name that the script gave it.
    public record Named(String name, Peer peer) {}
}
