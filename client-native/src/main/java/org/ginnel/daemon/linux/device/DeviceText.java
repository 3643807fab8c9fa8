// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.net.Inet4Address;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;

/// A plan in the words of WireGuard's programs. Pure. What sets keys holds secrets: it goes to a socket or a
/// standard input, nowhere else.
final class DeviceText {
    /// Seconds; where a config names none. A device sends one packet as it comes up, so the handshake starts at
    /// once.
    private static final int KEEPALIVE = 25;

    private DeviceText() {}

    /// For WireGuard's UAPI socket: the mark, the key and the one peer, which loses what it knew of earlier
    /// handshakes.
    static String uapiSet(DevicePlan plan) {
        var peer = plan.config().peers().getFirst();
        var local = plan.config().local();
        return "set=1\n"
                + "private_key=" + key(plan).hex() + "\n"
                + "fwmark=" + Integer.toUnsignedString(LinuxNames.MARK) + "\n"
                + local.listenPort().map(port -> "listen_port=" + port + "\n").orElse("")
                + "replace_peers=true\n"
                + "public_key=" + peer.publicKey().hex() + "\n"
                + peer.presharedKey()
                        .map(PresharedKey::hex)
                        .map(hex -> "preshared_key=" + hex + "\n")
                        .orElse("")
                + "endpoint=" + endpoint(plan) + "\n"
                + "persistent_keepalive_interval=" + keepalive(peer) + "\n"
                + "replace_allowed_ips=true\n"
                + peer.allowedIps().stream()
                        .map(ip -> "allowed_ip=" + ip.masked() + "\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    /// For WireGuard's UAPI socket: the endpoint alone, of the peer that is there.
    static String uapiRoam(DevicePlan plan) {
        return "set=1\npublic_key="
                + plan.config().peers().getFirst().publicKey().hex() + "\nupdate_only=true\nendpoint=" + endpoint(plan)
                + "\n\n";
    }

    /// For `wg setconf`: the same.
    static String setconf(DevicePlan plan) {
        var peer = plan.config().peers().getFirst();
        var local = plan.config().local();
        return "[Interface]\n"
                + "PrivateKey = " + key(plan).base64() + "\n"
                + "FwMark = 0x" + Integer.toHexString(LinuxNames.MARK) + "\n"
                + local.listenPort().map(port -> "ListenPort = " + port + "\n").orElse("")
                + "[Peer]\n"
                + "PublicKey = " + peer.publicKey().base64() + "\n"
                + peer.presharedKey()
                        .map(PresharedKey::base64)
                        .map(base64 -> "PresharedKey = " + base64 + "\n")
                        .orElse("")
                + "Endpoint = " + endpoint(plan) + "\n"
                + "PersistentKeepalive = " + keepalive(peer) + "\n"
                + "AllowedIPs = "
                + peer.allowedIps().stream().map(ip -> ip.masked().toString()).collect(Collectors.joining(", "))
                + "\n";
    }

    private static PrivateKey key(DevicePlan plan) {
        return plan.config()
                .local()
                .privateKey()
                .orElseThrow(() -> new IllegalArgumentException("a device needs its private key"));
    }

    private static int keepalive(Peer peer) {
        return peer.persistentKeepalive().orElse(KEEPALIVE);
    }

    /// `address:port`, with brackets around IPv6.
    static String endpoint(DevicePlan plan) {
        var address = Objects.requireNonNull(plan.endpoint().getAddress());
        var network = IpNetwork.host(address).toString();
        var literal = network.substring(0, network.indexOf('/'));
        return (address instanceof Inet4Address ? literal : "[" + literal + "]") + ":"
                + plan.endpoint().getPort();
    }
}
