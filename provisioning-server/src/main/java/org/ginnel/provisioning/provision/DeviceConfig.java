// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// Writes the config of a device for one server, as WireGuard's apps import it. The text holds the private key: it is
/// shown once and never logged or kept.
public final class DeviceConfig {
    private DeviceConfig() {}

    /// The text for one server.
    ///
    /// @param addresses of the device's key, the same for every server
    public static String render(
            Gateway gateway, PublicKey gatewayKey, List<IpNetwork> addresses, PrivateKey privateKey) {
        var server = gateway.server();
        var dns = gateway.dns().isEmpty()
                ? ""
                : "DNS = " + gateway.dns().stream().map(DeviceConfig::format).collect(Collectors.joining(", ")) + "\n";
        return "[Interface]\nPrivateKey = " + privateKey.base64() + "\nAddress = "
                + addresses.stream().map(IpNetwork::toString).collect(Collectors.joining(", ")) + "\n" + dns
                + "\n[Peer]\nPublicKey = " + gatewayKey.base64() + "\nAllowedIPs = 0.0.0.0/0, ::/0\nEndpoint = "
                + new Endpoint(server.endpoint(), server.port()) + "\nPersistentKeepalive = 25\n";
    }

    private static String format(InetAddress address) {
        return IpLiteral.format(address);
    }
}
