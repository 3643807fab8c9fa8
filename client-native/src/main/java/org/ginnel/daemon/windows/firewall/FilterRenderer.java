// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static org.ginnel.daemon.windows.firewall.Filter.Verdict.BLOCK;
import static org.ginnel.daemon.windows.firewall.Filter.Verdict.PERMIT;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;
import org.ginnel.daemon.firewall.LocalNetworks;
import org.ginnel.daemon.firewall.Target;
import org.ginnel.daemon.windows.firewall.Condition.Interface;
import org.ginnel.daemon.windows.firewall.Condition.Local;
import org.ginnel.daemon.windows.firewall.Condition.LocalPort;
import org.ginnel.daemon.windows.firewall.Condition.LocalSystem;
import org.ginnel.daemon.windows.firewall.Condition.Loopback;
import org.ginnel.daemon.windows.firewall.Condition.Protocol;
import org.ginnel.daemon.windows.firewall.Condition.Remote;
import org.ginnel.daemon.windows.firewall.Condition.RemotePort;
import org.ginnel.daemon.windows.firewall.FilterList.Rank;
import org.ginnel.wireguard.IpNetwork;

/// Renders a policy as a list of filters. Pure.
///
/// What needs no tunnel and no endpoint outlasts a restart, while the machine boots too: a machine that was
/// closed comes up closed (decision 41). Which layers and conditions: `rules.go` of wireguard-windows and
/// `winfw` of Mullvad.
final class FilterRenderer {
    private static final Protocol TCP = new Protocol(6);
    private static final Protocol UDP = new Protocol(17);
    private static final Protocol ICMP6 = new Protocol(58);

    private final Closed policy;
    private final Map<Lane, Long> luids;
    private final FilterList filters = new FilterList();

    private FilterRenderer(Closed policy, Map<Lane, Long> luids) {
        this.policy = policy;
        this.luids = luids;
    }

    /// The filters in a fixed order; none for an open policy.
    ///
    /// @param luids `NET_LUID` of the interface of each lane that the policy names
    static List<Filter> render(FirewallPolicy policy, Map<Lane, Long> luids) {
        return switch (policy) {
            case Open() -> List.of();
            case Closed closed -> new FilterRenderer(closed, luids).closed();
        };
    }

    private List<Filter> closed() {
        loopback();
        wireguard();
        dhcp();
        neighbours();
        names();
        ours().forEach(this::arriving);
        policy.tunnels().forEach(this::foreign);
        policy.tunnels()
                .forEach(tunnel ->
                        Layer.CONNECT.forEach(layer -> filters.running(7, layer, Rank.TUNNEL, PERMIT, device(tunnel))));
        ours().forEach(address -> filters.running(12, connect(address), Rank.FROM_OURS, BLOCK, local(address)));
        api();
        if (policy.allowLan()) {
            localNetwork();
        }
        Layer.CONNECT.forEach(layer -> filters.lasting(9, layer, Rank.REST, BLOCK));
        Layer.ACCEPT.forEach(layer -> filters.lasting(9, layer, Rank.REST, BLOCK));
        Layer.FORWARD.forEach(layer -> filters.lasting(11, layer, Rank.REST, BLOCK));
        return filters.all();
    }

    private void loopback() {
        Stream.concat(Layer.CONNECT.stream(), Layer.ACCEPT.stream())
                .forEach(layer -> filters.lasting(1, layer, Rank.LOOPBACK, PERMIT, new Loopback()));
    }

    /// There are no marks. The driver's sockets belong to the process that raised the adapter
    /// (`wireguard.h`), which is the service.
    private void wireguard() {
        for (var to : Target.of(policy.endpoints())) {
            var there = new Remote(IpNetwork.host(to.address()));
            var port = new RemotePort(to.port());
            filters.running(2, connect(to.address()), Rank.WIREGUARD, PERMIT, UDP, there, port, new LocalSystem());
            filters.running(2, accept(to.address()), Rank.WIREGUARD, PERMIT, UDP, there, port, new LocalSystem());
        }
    }

    private void dhcp() {
        var client = new LocalPort(68);
        var server = new RemotePort(67);
        filters.lasting(3, Layer.CONNECT4, Rank.DHCP, PERMIT, with(LocalNetworks.DHCP_SERVERS, UDP, client, server));
        filters.lasting(3, Layer.ACCEPT4, Rank.DHCP, PERMIT, UDP, client, server);
        var client6 = new LocalPort(546);
        var server6 = new RemotePort(547);
        var link = new Local(LocalNetworks.LINK);
        filters.lasting(
                3, Layer.CONNECT6, Rank.DHCP, PERMIT, with(LocalNetworks.DHCP6_SERVERS, UDP, link, client6, server6));
        filters.lasting(3, Layer.ACCEPT6, Rank.DHCP, PERMIT, UDP, new Remote(LocalNetworks.LINK), client6, server6);
    }

    /// Conditions on the hop limit do not exist here; the kernel drops messages of neighbour discovery that
    /// have another than 255 (RFC 4861, 6.1). Types: RFC 4861, RFC 2710, RFC 3810.
    private void neighbours() {
        var fromLink = new Remote(LocalNetworks.LINK);
        List.of(133, 135, 136).forEach(type -> icmp6(Layer.CONNECT6, type));
        List.of(131, 132, 143).forEach(type -> icmp6(Layer.CONNECT6, type, new Remote(LocalNetworks.LINK_GROUPS)));
        List.of(134, 137).forEach(type -> icmp6(Layer.ACCEPT6, type, fromLink));
        List.of(135, 136).forEach(type -> icmp6(Layer.ACCEPT6, type));
        icmp6(Layer.ACCEPT6, 130, fromLink);
    }

    private void icmp6(Layer layer, int type, Condition... more) {
        var conditions = Stream.concat(Stream.of(ICMP6, new LocalPort(type), new RemotePort(0)), Stream.of(more));
        filters.lasting(4, layer, Rank.NEIGHBOURS, PERMIT, conditions.toArray(Condition[]::new));
    }

    private void names() {
        for (var tunnel : policy.tunnels()) {
            tunnel.resolvers()
                    .forEach(resolver -> filters.running(
                            5,
                            connect(resolver),
                            Rank.RESOLVERS,
                            PERMIT,
                            questions(device(tunnel), new Remote(IpNetwork.host(resolver)))));
        }
        Layer.CONNECT.forEach(layer -> filters.lasting(5, layer, Rank.NAMES, BLOCK, questions()));
    }

    private static Condition[] questions(Condition... more) {
        return Stream.concat(Stream.of(UDP, TCP, new RemotePort(53), new RemotePort(853)), Stream.of(more))
                .toArray(Condition[]::new);
    }

    /// A packet for one of our addresses that arrives by another interface than its tunnel's.
    private void arriving(InetAddress ours) {
        var layer = ours instanceof Inet4Address ? Layer.ARRIVE4 : Layer.ARRIVE6;
        filters.running(12, layer, Rank.LOOPBACK, PERMIT, local(ours), new Loopback());
        policy.tunnels().stream()
                .filter(tunnel -> tunnel.addresses().contains(ours))
                .forEach(tunnel -> filters.running(12, layer, Rank.TUNNEL, PERMIT, local(ours), device(tunnel)));
        filters.running(12, layer, Rank.FROM_OURS, BLOCK, local(ours));
    }

    /// Addresses of other tunnels do not leave through this one.
    private void foreign(Tunnel tunnel) {
        ours().filter(address -> !tunnel.addresses().contains(address))
                .forEach(address ->
                        filters.running(12, connect(address), Rank.FOREIGN, BLOCK, local(address), device(tunnel)));
    }

    private void api() {
        for (var to : Target.of(policy.api())) {
            filters.running(
                    6,
                    connect(to.address()),
                    Rank.API,
                    PERMIT,
                    TCP,
                    new Remote(IpNetwork.host(to.address())),
                    new RemotePort(to.port()),
                    new LocalSystem());
        }
    }

    private void localNetwork() {
        Layer.CONNECT.forEach(layer -> filters.lasting(
                8, layer, Rank.LOCAL_NAMES, BLOCK, UDP, TCP, new RemotePort(137), new RemotePort(5355)));
        for (var ipv4 : List.of(true, false)) {
            var hosts = LocalNetworks.HOSTS.stream()
                    .filter(network -> network.isIpv4() == ipv4)
                    .toList();
            var groups = LocalNetworks.GROUPS.stream()
                    .filter(network -> network.isIpv4() == ipv4)
                    .toList();
            var connect = ipv4 ? Layer.CONNECT4 : Layer.CONNECT6;
            filters.lasting(8, connect, Rank.LOCAL, PERMIT, with(hosts));
            filters.lasting(8, connect, Rank.LOCAL, PERMIT, with(groups));
            filters.lasting(8, ipv4 ? Layer.ACCEPT4 : Layer.ACCEPT6, Rank.LOCAL, PERMIT, with(hosts));
        }
    }

    private static Condition[] with(List<IpNetwork> remotes, Condition... more) {
        return Stream.concat(Stream.of(more), remotes.stream().map(Remote::new)).toArray(Condition[]::new);
    }

    private Stream<InetAddress> ours() {
        return policy.tunnels().stream()
                .flatMap(tunnel -> tunnel.addresses().stream())
                .distinct();
    }

    private Interface device(Tunnel tunnel) {
        return new Interface(Objects.requireNonNull(luids.get(tunnel.lane()), "a lane without an interface"));
    }

    private static Local local(InetAddress address) {
        return new Local(IpNetwork.host(address));
    }

    private static Layer connect(InetAddress address) {
        return address instanceof Inet4Address ? Layer.CONNECT4 : Layer.CONNECT6;
    }

    private static Layer accept(InetAddress address) {
        return address instanceof Inet4Address ? Layer.ACCEPT4 : Layer.ACCEPT6;
    }
}
