// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import java.net.Inet4Address;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;

/// A plan in the words of WireGuard's UAPI socket. Pure. What sets keys holds secrets: it goes to a socket,
/// nowhere else.
public final class UapiText {
    /// Seconds; where a config names none. A device sends one packet as it comes up, so the handshake
    /// starts at once.
    private static final int KEEPALIVE = 25;

    private UapiText() {}

    /// The mark, the key and the one peer, which loses what it knew of earlier handshakes.
    ///
    /// @param mark of WireGuard's own packets; empty where the system has no such thing
    public static String set(DevicePlan plan, OptionalInt mark) {
        var peer = plan.config().peers().getFirst();
        var local = plan.config().local();
        return "set=1\n"
                + "private_key=" + key(plan).hex() + "\n"
                + (mark.isPresent() ? "fwmark=" + Integer.toUnsignedString(mark.getAsInt()) + "\n" : "")
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

    /// The endpoint alone, of the peer that is there.
    public static String roam(DevicePlan plan) {
        return "set=1\npublic_key="
                + plan.config().peers().getFirst().publicKey().hex() + "\nupdate_only=true\nendpoint=" + endpoint(plan)
                + "\n\n";
    }

    /// The private key.
    ///
    /// @throws IllegalArgumentException where the plan has none
    public static PrivateKey key(DevicePlan plan) {
        return plan.config()
                .local()
                .privateKey()
                .orElseThrow(() -> new IllegalArgumentException("a device needs its private key"));
    }

    /// Seconds between two packets that keep a way open.
    public static int keepalive(Peer peer) {
        return peer.persistentKeepalive().orElse(KEEPALIVE);
    }

    /// `address:port`, with brackets around IPv6.
    public static String endpoint(DevicePlan plan) {
        var address = Objects.requireNonNull(plan.endpoint().getAddress());
        var literal = IpLiteral.format(address);
        return (address instanceof Inet4Address ? literal : "[" + literal + "]") + ":"
                + plan.endpoint().getPort();
    }
}
