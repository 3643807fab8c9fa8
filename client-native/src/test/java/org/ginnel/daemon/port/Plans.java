// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.Interface;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// Plans of a dual-stack tunnel to 203.0.113.6, with keys that only tests have.
public final class Plans {
    /// Name of the tunnel's interface.
    public static final String DEVICE = Lane.FIRST.device();

    /// The peer's key.
    public static final PrivateKey SERVER_KEY = key(2);

    private static final PrivateKey OUR_KEY = key(1);
    private static final List<IpNetwork> EVERYTHING = networks("0.0.0.0/0", "::/0");
    private static final List<IpNetwork> ADDRESSES = networks("10.7.0.2/24", "fddd:2c4:2c4:2c4::2/64");

    private Plans() {}

    /// Our own key.
    public static PrivateKey ourKey() {
        return OUR_KEY;
    }

    /// Our public key.
    public static PublicKey ourPublicKey() {
        return OUR_KEY.publicKey();
    }

    /// The device, with a peer that is reached at `endpoint`.
    public static DevicePlan device(InetSocketAddress endpoint) {
        var peer = new Peer(
                SERVER_KEY.publicKey(), Optional.of(presharedKey()), EVERYTHING, Optional.empty(), Optional.empty());
        var local = new Interface(
                Optional.of(OUR_KEY), ADDRESSES, List.of(), List.of(), Optional.empty(), Optional.empty());
        return new DevicePlan(Lane.FIRST, new Config(local, List.of(peer)), endpoint, 1420);
    }

    /// The device, with its peer at 203.0.113.6.
    public static DevicePlan device() {
        return device(new InetSocketAddress(InetAddress.ofLiteral("203.0.113.6"), 51820));
    }

    /// The key that both peers share.
    public static PresharedKey presharedKey() {
        return PresharedKey.of(bytes(3));
    }

    /// Everything goes into the tunnel.
    public static RoutePlan routes() {
        return new RoutePlan(Lane.FIRST, ADDRESSES, EVERYTHING);
    }

    /// The same in the other lane, with the same addresses.
    public static RoutePlan routesBeside() {
        return new RoutePlan(Lane.SECOND, ADDRESSES, EVERYTHING);
    }

    /// Only this goes into the tunnel; the rest is unreachable.
    public static RoutePlan routes(String... allowedIps) {
        return new RoutePlan(Lane.FIRST, ADDRESSES, networks(allowedIps));
    }

    /// The tunnel's two resolvers.
    public static DnsPlan dns() {
        var resolvers = Stream.of("10.7.0.1", "fddd:2c4:2c4:2c4::1")
                .map(InetAddress::ofLiteral)
                .toList();
        return new DnsPlan(DEVICE, resolvers, List.of("corp.example"));
    }

    private static PrivateKey key(int fill) {
        return PrivateKey.of(bytes(fill));
    }

    private static byte[] bytes(int fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) (fill * 8));
        bytes[31] = 0x40;
        return bytes;
    }

    private static List<IpNetwork> networks(String... texts) {
        return Stream.of(texts).map(text -> IpNetwork.parse(text).orElseThrow()).toList();
    }
}
