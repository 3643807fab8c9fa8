// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// Writes the config of a lease the way the reference server's script does, line by line.
final class ConfigText {
    private ConfigText() {}

    /// @param privateKey only for a client that made none itself; the text then holds it and is never logged
    static String render(Gateway gateway, PublicKey gatewayKey, Lease lease, Optional<PrivateKey> privateKey) {
        var text = new StringBuilder("[Interface]\n");
        line(text, "Address", join(gateway.network().interfaceAddresses(lease.slot())));
        if (!gateway.dns().isEmpty()) {
            line(text, "DNS", gateway.dns().stream().map(IpLiteral::format).collect(Collectors.joining(", ")));
        }
        privateKey.ifPresent(key -> line(text, "PrivateKey", key.base64()));
        text.append("\n[Peer]\n");
        line(text, "PublicKey", gatewayKey.base64());
        line(text, "PresharedKey", lease.presharedKey().base64());
        line(text, "AllowedIPs", "0.0.0.0/0, ::/0");
        var server = gateway.server();
        line(text, "Endpoint", new Endpoint(server.endpoint(), server.port()).toString());
        line(text, "PersistentKeepalive", "25");
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    private static String join(List<IpNetwork> networks) {
        return networks.stream().map(IpNetwork::toString).collect(Collectors.joining(", "));
    }
}
