// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;

/// One policy of every kind, by the name of its golden.
final class Policies {
    static final InetSocketAddress GATEWAY4 = endpoint("203.0.113.6", 51820);
    static final InetSocketAddress GATEWAY6 = endpoint("2001:db8:11::2", 51820);
    static final InetSocketAddress API4 = endpoint("198.51.100.7", 443);
    static final InetSocketAddress API6 = endpoint("2001:db8:7::7", 8443);
    static final Tunnel TUNNEL = new Tunnel(
            "ginnel0",
            List.of(address("10.7.0.2"), address("fddd:2c4:2c4:2c4::2")),
            List.of(address("10.7.0.1"), address("fddd:2c4:2c4:2c4::1")));
    static final Tunnel TUNNEL4 = new Tunnel("ginnel0", List.of(address("10.7.0.2")), List.of(address("10.7.0.1")));

    private Policies() {}

    static Map<String, FirewallPolicy> byName() {
        var all = new TreeMap<String, FirewallPolicy>();
        all.put("open", new Open());
        all.put("nothing", closed(Set.of(), Set.of(), Optional.empty(), false));
        all.put("blocked", closed(Set.of(), Set.of(API4), Optional.empty(), false));
        all.put("blocked-lan", closed(Set.of(), Set.of(API4), Optional.empty(), true));
        all.put("tunnel-and-api", closed(Set.of(GATEWAY4), Set.of(API4), Optional.of(TUNNEL), false));
        all.put("race-and-api", closed(Set.of(GATEWAY4, GATEWAY6), Set.of(API4, API6), Optional.of(TUNNEL), false));
        all.put("connected", closed(Set.of(GATEWAY4), Set.of(), Optional.of(TUNNEL), false));
        all.put("connected-lan", closed(Set.of(GATEWAY6), Set.of(), Optional.of(TUNNEL), true));
        all.put("connected-ipv4-only", closed(Set.of(GATEWAY4), Set.of(), Optional.of(TUNNEL4), false));
        return all;
    }

    static FirewallPolicy named(String name) {
        return Objects.requireNonNull(byName().get(name), name);
    }

    static Closed closed(
            Set<InetSocketAddress> endpoints, Set<InetSocketAddress> api, Optional<Tunnel> tunnel, boolean lan) {
        return new Closed(endpoints, api, tunnel, lan);
    }

    static InetSocketAddress endpoint(String address, int port) {
        return new InetSocketAddress(address(address), port);
    }

    static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
