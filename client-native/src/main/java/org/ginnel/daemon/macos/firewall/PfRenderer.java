// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;
import org.ginnel.daemon.firewall.LocalNetworks;
import org.ginnel.daemon.firewall.Target;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// Renders a policy as the rules of our anchor, in the language of `pf.conf(5)` of macOS. Pure.
///
/// Outside the tunnel no rule keeps state (decision 40): a state is looked at before any rule, so it would
/// let packets out under a policy that is gone. What goes into the tunnel keeps state, bound to the
/// tunnel's interface, which is how answers are told from strangers there.
final class PfRenderer {
    /// An answer to the program, so that it fails at once; not a TCP reset, so that connections which
    /// already stand live on when the tunnel comes back (`return-icmp`, `pf.conf(5)`; codes of RFC 1812,
    /// 5.2.7.1, and RFC 4443, 3.1).
    private static final String REJECT = "block return-icmp(filter-prohib, admin-unr) out quick ";

    private static final String DROP_OUT = "block drop out quick ";
    private static final String DROP_IN = "block drop in quick ";
    private static final String OUT = "pass out quick ";
    private static final String IN = "pass in quick ";
    private static final String STATELESS = " no state";

    /// Also in the middle of a connection (`flags any`), as after a crash of ours; by default only a SYN
    /// makes one.
    private static final String IN_TUNNEL = " flags any keep state (if-bound)";

    private static final List<Integer> NAMES = List.of(53, 853);
    private static final List<String> TRANSPORTS = List.of("udp", "tcp");

    private final Closed policy;
    private final long daemonUid;
    private final PfRules rules = new PfRules();

    private PfRenderer(Closed policy, long daemonUid) {
        this.policy = policy;
        this.daemonUid = daemonUid;
    }

    /// The rules in their order, a line each.
    ///
    /// @param daemonUid whose sockets may reach the API and WireGuard's endpoints
    /// @return nothing for an open policy
    static String render(FirewallPolicy policy, long daemonUid) {
        return switch (policy) {
            case Open() -> "";
            case Closed closed -> new PfRenderer(closed, daemonUid).closed();
        };
    }

    private String closed() {
        rules.add(1, "pass quick on lo0 all" + STATELESS);
        ours().forEach(this::arriving);
        wireguard();
        dhcp();
        neighbours();
        names();
        policy.tunnels().forEach(this::foreign);
        policy.tunnels().forEach(tunnel -> rules.add(7, OUT + "on " + device(tunnel) + " all" + IN_TUNNEL));
        ours().forEach(this::leaving);
        api();
        if (policy.allowLan()) {
            local();
        }
        tooBig();
        rules.add(9, REJECT + "all");
        rules.add(9, DROP_IN + "all");
        return rules.text();
    }

    /// Answers from the tunnel match a state before any rule. Whatever else comes for one of our addresses
    /// is from outside, or was not asked for.
    private void arriving(InetAddress ours) {
        rules.add(12, DROP_IN + family(ours) + " from any to " + literal(ours));
    }

    /// There are no marks: the socket's user stands for them (Mullvad's rule for a relay does the same).
    private void wireguard() {
        for (var to : Target.of(policy.endpoints())) {
            var udp = family(to.address()) + " proto udp ";
            var there = to.literal() + " port = " + to.port();
            rules.add(2, OUT + udp + "from any to " + there + " user = " + daemonUid + STATELESS);
            rules.add(2, IN + udp + "from " + there + " to any" + STATELESS);
        }
    }

    private void dhcp() {
        LocalNetworks.DHCP_SERVERS.forEach(server -> rules.add(
                3, OUT + "inet proto udp from any port = 68 to " + network(server) + " port = 67" + STATELESS));
        LocalNetworks.DHCP6_SERVERS.forEach(server -> rules.add(
                3,
                OUT + "inet6 proto udp from fe80::/10 port = 546 to " + network(server) + " port = 547" + STATELESS));
        rules.add(3, IN + "inet proto udp from any port = 67 to any port = 68" + STATELESS);
        rules.add(3, IN + "inet6 proto udp from fe80::/10 port = 547 to any port = 546" + STATELESS);
    }

    /// `pf` cannot ask for a hop limit; the kernel drops messages of neighbour discovery that have another
    /// than 255 (RFC 4861, 6.1). Types: RFC 4861, RFC 2710, RFC 3810.
    private void neighbours() {
        List.of(133, 135, 136).forEach(type -> rules.add(4, OUT + icmp6("from any to any", type)));
        List.of(131, 132, 143).forEach(type -> rules.add(4, OUT + icmp6("from any to ff02::/16", type)));
        List.of(134, 137).forEach(type -> rules.add(4, IN + icmp6("from fe80::/10 to any", type)));
        List.of(135, 136).forEach(type -> rules.add(4, IN + icmp6("from any to any", type)));
        rules.add(4, IN + icmp6("from fe80::/10 to any", 130));
    }

    private static String icmp6(String hosts, int type) {
        return "inet6 proto ipv6-icmp " + hosts + " icmp6-type " + type + " code 0" + STATELESS;
    }

    private void names() {
        for (var tunnel : policy.tunnels()) {
            for (var resolver : tunnel.resolvers()) {
                var there = "from any to " + literal(resolver);
                var device = "on " + device(tunnel) + " " + family(resolver);
                forNames((transport, port) ->
                        rules.add(5, OUT + device + " proto " + transport + " " + there + port + state(transport)));
            }
        }
        forNames((transport, port) -> rules.add(5, REJECT + "proto " + transport + " from any to any" + port));
    }

    /// Flags are for TCP only.
    private static String state(String transport) {
        return transport.equals("tcp") ? IN_TUNNEL : " keep state (if-bound)";
    }

    private interface NameRule {
        void add(String transport, String port);
    }

    private static void forNames(NameRule rule) {
        TRANSPORTS.forEach(transport -> NAMES.forEach(port -> rule.add(transport, " port = " + port)));
    }

    /// Addresses of other tunnels do not leave through this one.
    private void foreign(Tunnel tunnel) {
        ours().filter(address -> !tunnel.addresses().contains(address))
                .forEach(address -> rules.add(
                        12,
                        DROP_OUT + "on " + device(tunnel) + " " + family(address) + " from " + literal(address)
                                + " to any"));
    }

    private void leaving(InetAddress ours) {
        rules.add(12, DROP_OUT + family(ours) + " from " + literal(ours) + " to any");
    }

    private Stream<InetAddress> ours() {
        return policy.tunnels().stream()
                .flatMap(tunnel -> tunnel.addresses().stream())
                .distinct();
    }

    /// Without state, so answers are let in by their flags: whoever has none (`A`) begins a connection.
    private void api() {
        for (var to : Target.of(policy.api())) {
            var tcp = family(to.address()) + " proto tcp ";
            var there = to.literal() + " port = " + to.port();
            rules.add(6, OUT + tcp + "from any to " + there + " user = " + daemonUid + STATELESS);
            rules.add(6, IN + tcp + "from " + there + " to any user = " + daemonUid + " flags A/A" + STATELESS);
        }
    }

    private void local() {
        TRANSPORTS.forEach(transport -> List.of(137, 5355)
                .forEach(port -> rules.add(8, REJECT + "proto " + transport + " from any to any port = " + port)));
        LocalNetworks.HOSTS.forEach(lan -> rules.add(8, OUT + family(lan) + " from any to " + lan + STATELESS));
        LocalNetworks.GROUPS.forEach(group ->
                rules.add(8, OUT + family(group) + " from any to " + network(group) + STATELESS + options(group)));
        LocalNetworks.HOSTS.forEach(lan -> rules.add(8, IN + family(lan) + " from " + lan + " to any" + STATELESS));
    }

    /// Who joins a group of IPv4 says so in packets with an option (RFC 3376, section 4), which `pf` drops
    /// by itself.
    private static String options(IpNetwork group) {
        return group.isIpv4() ? " allow-opts" : "";
    }

    /// What WireGuard's packets and the API's need of ICMP: that a packet was too big (RFC 1191, RFC 8201).
    private void tooBig() {
        rules.add(10, IN + "inet proto icmp from any to any icmp-type 3 code 4" + STATELESS);
        rules.add(10, IN + icmp6("from any to any", 2));
    }

    private static String network(IpNetwork network) {
        return network.equals(IpNetwork.host(network.address())) ? literal(network.address()) : network.toString();
    }

    private static String literal(InetAddress address) {
        return IpLiteral.format(address);
    }

    private static String family(InetAddress address) {
        return address instanceof Inet4Address ? "inet" : "inet6";
    }

    private static String family(IpNetwork network) {
        return family(network.address());
    }

    private static String device(Tunnel tunnel) {
        return MacNames.device(tunnel.lane());
    }
}
