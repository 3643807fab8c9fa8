// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.firewall;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy.Carries;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;

/// One policy of every kind, by the name of its golden.
public final class Policies {
    public static final InetSocketAddress GATEWAY4 = endpoint("203.0.113.6", 51820);
    public static final InetSocketAddress GATEWAY6 = endpoint("2001:db8:11::2", 51820);
    public static final InetSocketAddress API4 = endpoint("198.51.100.7", 443);
    public static final InetSocketAddress API6 = endpoint("2001:db8:7::7", 8443);
    public static final Tunnel TUNNEL = new Tunnel(
            Lane.FIRST,
            List.of(address("10.7.0.2"), address("fddd:2c4:2c4:2c4::2")),
            List.of(address("10.7.0.1"), address("fddd:2c4:2c4:2c4::1")),
            Carries.NEW);
    public static final Tunnel TUNNEL4 =
            new Tunnel(Lane.FIRST, List.of(address("10.7.0.2")), List.of(address("10.7.0.1")), Carries.NEW);

    private Policies() {}

    public static Map<String, FirewallPolicy> byName() {
        var all = new TreeMap<String, FirewallPolicy>();
        all.put("open", new Open());
        all.put("nothing", closed(Set.of(), Set.of(), List.of(), false));
        all.put("blocked", closed(Set.of(), Set.of(API4), List.of(), false));
        all.put("blocked-lan", closed(Set.of(), Set.of(API4), List.of(), true));
        all.put("tunnel-and-api", closed(Set.of(GATEWAY4), Set.of(API4), List.of(TUNNEL), false));
        all.put("race-and-api", closed(Set.of(GATEWAY4, GATEWAY6), Set.of(API4, API6), List.of(TUNNEL), false));
        all.put("connected", closed(Set.of(GATEWAY4), Set.of(), List.of(TUNNEL), false));
        all.put("connected-lan", closed(Set.of(GATEWAY6), Set.of(), List.of(TUNNEL), true));
        all.put("connected-ipv4-only", closed(Set.of(GATEWAY4), Set.of(), List.of(TUNNEL4), false));
        all.put("trying", closed(Set.of(GATEWAY4, GATEWAY6), Set.of(), List.of(TUNNEL, beside(Carries.NONE)), false));
        all.put("leaving", closed(Set.of(GATEWAY4, GATEWAY6), Set.of(), List.of(beside(Carries.NEW), left()), false));
        return all;
    }

    /// One in the other lane, with one address that the first has too.
    private static Tunnel beside(Carries carries) {
        return new Tunnel(
                Lane.SECOND,
                List.of(address("10.7.0.2"), address("fddd:2c4:2c4:2c5::9")),
                List.of(address("10.8.0.1")),
                carries);
    }

    private static Tunnel left() {
        return new Tunnel(Lane.FIRST, TUNNEL.addresses(), TUNNEL.resolvers(), Carries.STANDING);
    }

    public static FirewallPolicy named(String name) {
        return Objects.requireNonNull(byName().get(name), name);
    }

    public static Closed closed(
            Set<InetSocketAddress> endpoints, Set<InetSocketAddress> api, List<Tunnel> tunnels, boolean lan) {
        return new Closed(endpoints, api, tunnels, lan);
    }

    public static InetSocketAddress endpoint(String address, int port) {
        return new InetSocketAddress(address(address), port);
    }

    public static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
