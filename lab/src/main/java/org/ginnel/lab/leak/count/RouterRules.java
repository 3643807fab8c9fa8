// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import static org.ginnel.lab.net.Addresses.API4;
import static org.ginnel.lab.net.Addresses.API6;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ginnel.lab.Family;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.wireguard.IpLiteral;

/// The nftables table by which the home router counts what the client sends: each probe, further packets of
/// connections, what may leave, and all the rest. Pure; a golden file shows it.
///
/// WireGuard's packets are those that look like one (https://www.wireguard.com/protocol/: a type of 1 to 4 and
/// three bytes 0): what a program sends to the same port in clear is not.
public final class RouterRules {
    static final String TABLE = "leak";
    static final String OTHER = "other";
    static final String FURTHER = "further";

    /// The first four bytes of each type of message.
    private static final String MESSAGES = "0x01000000, 0x02000000, 0x03000000, 0x04000000";

    private static final Pattern COUNTER = Pattern.compile("counter (\\S+) \\{\\s*packets (\\d+) ");

    /// Renders it.
    public static String render(List<Probe> probes, List<OfGateway> gateways) {
        return """
                add table inet leak
                delete table inet leak
                table inet leak {
                %s  counter wireguard {}
                  counter link {}
                  counter api {}
                  counter further {}
                  counter other {}
                  chain seen {
                    type filter hook prerouting priority raw - 10; policy accept;
                    iifname != "lan0" accept
                %s    tcp sport %d-%d counter name further accept
                    ip daddr { %s } udp dport %s @th,64,32 { %s } counter name wireguard accept
                    ip6 daddr { %s } udp dport %s @th,64,32 { %s } counter name wireguard accept
                    ip6 hoplimit 255 icmpv6 type { nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert } counter name link accept
                    ip6 hoplimit 1 icmpv6 type { mld-listener-report, mld-listener-done, mld2-listener-report } counter name link accept
                    ip protocol udp udp sport 68 udp dport 67 counter name link accept
                    ip6 nexthdr udp udp sport 546 udp dport 547 counter name link accept
                    ip daddr %s tcp dport 443 counter name api accept
                    ip6 daddr %s tcp dport 443 counter name api accept
                    counter name other
                  }
                }
                """.formatted(
                        probes.stream().map(RouterRules::counter).collect(Collectors.joining()),
                        probes.stream().map(RouterRules::rule).collect(Collectors.joining()),
                        probes.getFirst().id(),
                        probes.getLast().id() + Probe.SPAN - 1,
                        listed(gateways, OfGateway::endpoint4),
                        Addresses.endpointPorts(),
                        MESSAGES,
                        listed(gateways, OfGateway::endpoint6),
                        Addresses.endpointPorts(),
                        MESSAGES,
                        API4,
                        API6);
    }

    private static String counter(Probe probe) {
        return "  counter " + probe.name() + " {}\n";
    }

    private static String rule(Probe probe) {
        var four = probe.family() == Family.IPV4;
        var match = switch (probe.way()) {
            case TCP ->
                "tcp sport %d-%d tcp dport %d tcp flags & (syn | ack) == syn"
                        .formatted(probe.id(), probe.id() + Probe.SPAN - 1, probe.port());
            case UDP -> "udp sport %d udp dport %d".formatted(probe.id(), probe.port());
            case ECHO ->
                (four ? "icmp type echo-request icmp id " : "icmpv6 type echo-request icmpv6 id ") + probe.id();
        };
        return "    %s daddr %s %s counter name %s accept\n"
                .formatted(four ? "ip" : "ip6", IpLiteral.format(probe.to()), match, probe.name());
    }

    private static String listed(List<OfGateway> gateways, Function<OfGateway, String> address) {
        return gateways.stream().map(address).collect(Collectors.joining(", "));
    }

    /// The packets of each counter, as `nft list counters` prints them.
    static Map<String, Long> parse(String counters) {
        return COUNTER.matcher(counters)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Long.parseLong(found.group(2))));
    }

    private RouterRules() {}
}
