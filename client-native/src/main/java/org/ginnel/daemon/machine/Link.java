// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.Reason;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.IpNetwork;

/// All that is needed to run a tunnel to one server.
///
/// @param config complete: one peer, and the private key present
/// @param endpoint of the peer, resolved
/// @param reason why this server
/// @param roundTrip to the server as last measured
/// @param ownResolvers whom the user wants to be asked for names; empty: whom the config names
/// @param remembered whether the config was kept from an earlier time; a fresh one may work where it does not
/// @param lane where it runs
/// @param alternatives where the same server answers besides, resolved, the likeliest first
/// @param namedGateways the server's own addresses inside the tunnel, where the operator tells them
public record Link(
        Server server,
        Config config,
        InetSocketAddress endpoint,
        Reason reason,
        Optional<Duration> roundTrip,
        List<InetAddress> ownResolvers,
        boolean remembered,
        Lane lane,
        List<InetSocketAddress> alternatives,
        List<InetAddress> namedGateways) {
    public Link {
        ownResolvers = List.copyOf(ownResolvers);
        alternatives = List.copyOf(alternatives);
        namedGateways = List.copyOf(namedGateways);
    }

    /// The same, not to be renewed again.
    Link notRemembered() {
        return with(endpoint, reason, ownResolvers, false, lane, alternatives);
    }

    /// The same, asking these for names.
    public Link asking(List<InetAddress> resolvers) {
        return with(endpoint, reason, resolvers, remembered, lane, alternatives);
    }

    /// The same, standing in for a tunnel that does not answer.
    Link insteadOf(Link silent) {
        var why = new Reason.Instead(silent.server().name());
        return with(endpoint, why, ownResolvers, remembered, lane, alternatives);
    }

    /// The same at the next of the places where its server answers; this one comes last then.
    Link elsewhere() {
        if (alternatives.isEmpty()) {
            return this;
        }
        List<InetSocketAddress> later = new ArrayList<>(alternatives);
        var next = later.removeFirst();
        later.add(endpoint);
        return with(next, reason, ownResolvers, remembered, lane, later);
    }

    /// The same, in that lane.
    Link in(Lane other) {
        return with(endpoint, reason, ownResolvers, remembered, other, alternatives);
    }

    /// The same tunnel as that one, which stands; wanted as this one is.
    Link standingAs(Link that) {
        return with(that.endpoint(), reason, ownResolvers, remembered, that.lane(), that.alternatives());
    }

    /// Whether both are one peer to their server. It answers a peer in one place only, so they cannot run side by side.
    boolean isOnePeerWith(Link other) {
        return server.id().equals(other.server().id())
                && config.local().privateKey().equals(other.config().local().privateKey());
    }

    private Link with(
            InetSocketAddress place,
            Reason why,
            List<InetAddress> resolvers,
            boolean kept,
            Lane where,
            List<InetSocketAddress> others) {
        return new Link(server, config, place, why, roundTrip, resolvers, kept, where, others, namedGateways);
    }

    private static final List<InetAddress> FALLBACK_RESOLVERS =
            List.of(InetAddress.ofLiteral("9.9.9.9"), InetAddress.ofLiteral("2620:fe::fe"));

    /// Our addresses inside the tunnel.
    public List<InetAddress> addresses() {
        return config.local().addresses().stream().map(IpNetwork::address).toList();
    }

    /// Who is asked for names: the user's resolvers, else the config's, else Quad9, through the tunnel. Without
    /// a resolver of its own a config would leave the machine without names, because the firewall lets none be
    /// asked outside.
    public List<InetAddress> resolvers() {
        var named = config.local().dns();
        if (!ownResolvers.isEmpty()) {
            return ownResolvers;
        }
        return named.isEmpty() ? FALLBACK_RESOLVERS : named;
    }

    /// Addresses inside the tunnel that are the server's own: those that the operator tells, else what they
    /// likely are: the first of each network we have an address in, where a lone address counts as one of a /24
    /// or a /64.
    public List<InetAddress> gateways() {
        return !namedGateways.isEmpty()
                ? namedGateways
                : config.local().addresses().stream().map(LikelyGateway::of).toList();
    }

    /// What goes into the tunnel.
    public RoutePlan routes() {
        return new RoutePlan(
                lane, config.local().addresses(), config.peers().getFirst().allowedIps());
    }

    /// The device it needs.
    public DevicePlan device() {
        return new DevicePlan(lane, config, endpoint, mtu());
    }

    /// Who is to be asked for names, and how.
    public DnsPlan names() {
        return new DnsPlan(lane.device(), resolvers(), config.local().searchDomains());
    }

    /// MTU of the interface, in bytes: the config's, else what fits WireGuard over IPv6 into 1500.
    public int mtu() {
        return Math.max(1280, config.local().mtu().orElse(1420));
    }

    /// `address:port` of the peer, for people.
    public String endpointText() {
        var host = endpoint.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + endpoint.getPort();
    }
}
