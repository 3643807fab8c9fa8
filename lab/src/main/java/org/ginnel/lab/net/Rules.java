// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.net;

import static org.ginnel.lab.net.Addresses.*;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ginnel.lab.net.Addresses.OfGateway;

/// The nftables rules of the machines. Pure; the golden files show them.
public final class Rules {
    /// For the internet: nothing comes from the home router or goes there. May be said again.
    public static final String OFFLINE = """
            add table inet offline
            delete table inet offline
            table inet offline {
              chain from { type filter hook prerouting priority raw; policy accept; iifname "home0" drop; }
              chain to { type filter hook postrouting priority raw; policy accept; oifname "home0" drop; }
            }
            """;

    /// For the internet: the end of [#OFFLINE].
    public static final String ONLINE = """
            add table inet offline
            delete table inet offline
            """;

    /// Hides the client's IPv4 address behind the router's, and counts by kind what comes from the client.
    public static String home(List<OfGateway> gateways) {
        return """
                table ip nat {
                  chain out {
                    type nat hook postrouting priority srcnat; policy accept;
                    oifname "wan0" masquerade
                  }
                }
                table inet watch {
                  counter tunnel {}
                  counter probe {}
                  counter api {}
                  counter dns {}
                  counter lan {}
                  counter link {}
                  counter clear {}
                  set gateways4 { type ipv4_addr; elements = { %s } }
                  set gateways6 { type ipv6_addr; elements = { %s } }
                  chain seen {
                    type filter hook prerouting priority raw; policy accept;
                    iifname != "lan0" accept
                    ip daddr @gateways4 udp dport %s counter name tunnel accept
                    ip6 daddr @gateways6 udp dport %s counter name tunnel accept
                    ip daddr @gateways4 tcp dport %d counter name probe accept
                    ip6 daddr @gateways6 tcp dport %d counter name probe accept
                    ip daddr 198.19.0.0/16 tcp dport %d counter name probe accept
                    ip daddr %s tcp dport 443 counter name api accept
                    ip6 daddr %s tcp dport 443 counter name api accept
                    meta l4proto { tcp, udp } th dport 53 counter name dns accept
                    icmpv6 type { nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert, mld-listener-report, mld2-listener-report } counter name link accept
                    udp dport { 67, 547 } counter name link accept
                    ip daddr { 192.168.50.0/24, 224.0.0.0/4, 255.255.255.255 } counter name lan accept
                    ip6 daddr { 2001:db8:50::/64, fe80::/10, ff00::/8 } counter name lan accept
                    counter name clear
                  }
                }
                """.formatted(
                        listed(gateways, OfGateway::endpoint4),
                        listed(gateways, OfGateway::endpoint6),
                        endpointPorts(),
                        endpointPorts(),
                        WIREGUARD_PORT,
                        WIREGUARD_PORT,
                        WIREGUARD_PORT,
                        API4,
                        API6);
    }

    /// Hides the clients of the tunnel behind the gateway's exit addresses, IPv4 and IPv6, and lets WireGuard be
    /// reached at [Addresses#FURTHER_PORTS] too.
    public static String gateway(String device) {
        return """
                table inet nat {
                  chain in {
                    type nat hook prerouting priority dstnat; policy accept;
                    iifname "eth0" udp dport %s redirect to :%d
                  }
                  chain out {
                    type nat hook postrouting priority srcnat; policy accept;
                    iifname "%s" oifname "out0" masquerade
                  }
                }
                """.formatted(furtherPorts(), WIREGUARD_PORT, device);
    }

    private static String listed(List<OfGateway> gateways, Function<OfGateway, String> address) {
        return gateways.stream().map(address).collect(Collectors.joining(", "));
    }

    private Rules() {}
}
