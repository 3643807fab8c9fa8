// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.net;

import static org.ginnel.lab.net.Addresses.*;

import java.util.List;
import java.util.stream.Collectors;
import org.ginnel.lab.net.Addresses.OfGateway;

/// What `ip -batch` is told in every machine. Pure; the golden files show it.
///
/// The internet goes first: it lays the cables to the others. The cables with a delay are there before.
public final class Wiring {
    /// The mark of packets that a gateway's WireGuard device sends.
    public static final int UNDERLAY_MARK = 100;

    /// The router that everybody else hangs on.
    public static String internet(List<OfGateway> gateways) {
        return """
                link set lo up
                link add home0 type veth peer name wan0 netns home
                link add tgt0 type veth peer name eth0 netns target
                link add api0 type veth peer name eth0 netns api
                addr add 198.51.100.1/30 dev home0
                addr add 2001:db8:1::1/64 dev home0 nodad
                addr add 192.0.2.1/24 dev tgt0
                addr add 2001:db8:80::1/64 dev tgt0 nodad
                addr add 198.51.100.129/30 dev api0
                addr add 2001:db8:a::1/64 dev api0 nodad
                link set home0 up
                link set tgt0 up
                link set api0 up
                route add 2001:db8:50::/64 via 2001:db8:1::2
                """ + gateways.stream().map(Wiring::internetToGateway).collect(Collectors.joining());
    }

    private static String internetToGateway(OfGateway gw) {
        return """
                link add ex-%1$s type veth peer name out0 netns %1$s
                addr add %2$s/30 dev to-%1$s
                addr add %3$s/64 dev to-%1$s nodad
                addr add %4$s/24 dev ex-%1$s
                addr add %5$s/64 dev ex-%1$s nodad
                link set to-%1$s up
                link set ex-%1$s up
                route add %6$s via %7$s
                """.formatted(
                        gw.machine(),
                        gw.router4(),
                        gw.router6(),
                        gw.exitRouter4(),
                        gw.exitRouter6(),
                        gw.ghosts4(),
                        gw.endpoint4());
    }

    /// The home router; it also lays the cable to the client, and is the printer.
    public static String home() {
        return """
                link set lo up
                link add lan0 type veth peer name eth0 netns client
                addr add %s/24 dev lan0
                addr add %s/64 dev lan0 nodad
                addr add %s/24 dev lan0
                addr add %s/64 dev lan0 nodad
                addr add %s/30 dev wan0
                addr add 2001:db8:1::2/64 dev wan0 nodad
                link set lan0 up
                link set wan0 up
                route add default via 198.51.100.1
                route add default via 2001:db8:1::1
                """.formatted(HOME4, HOME6, PRINTER4, PRINTER6, DIRECT4);
    }

    /// After the home router.
    public static String client() {
        return host(CLIENT4 + "/24", CLIENT6 + "/64", HOME4, HOME6);
    }

    public static String target() {
        return host(TARGET4 + "/24", TARGET6 + "/64", "192.0.2.1", "2001:db8:80::1");
    }

    public static String api() {
        return host(API4 + "/30", API6 + "/64", "198.51.100.129", "2001:db8:a::1");
    }

    private static String host(String address4, String address6, String router4, String router6) {
        return """
                link set lo up
                addr add %s dev eth0
                addr add %s dev eth0 nodad
                link set eth0 up
                route add default via %s
                route add default via %s
                """.formatted(address4, address6, router4, router6);
    }

    /// A VPN server: what clients send it comes over the delayed `eth0`, what leaves for the internet takes
    /// `out0`, so that a round trip to a target through the gateway costs what one to the gateway costs.
    /// Whatever has the address of `eth0`, or the mark of the WireGuard device, goes back over `eth0`.
    public static String gateway(OfGateway gw) {
        return """
                link set lo up
                link set eth0 up
                link set out0 up
                addr add %1$s/30 dev eth0
                addr add %2$s/64 dev eth0 nodad
                addr add %3$s/24 dev out0
                addr add %4$s/64 dev out0 nodad
                route add default via %5$s
                route add default via %6$s
                route add default via %7$s dev eth0 src %1$s table 100
                route add default via %8$s dev eth0 src %2$s table 100
                route add local %9$s dev lo
                rule add from %9$s table 100
                rule add from %1$s table 100
                rule add fwmark %10$d table 100
                """.formatted(
                        gw.endpoint4(),
                        gw.endpoint6(),
                        gw.exit4(),
                        gw.exit6(),
                        gw.exitRouter4(),
                        gw.exitRouter6(),
                        gw.router4(),
                        gw.router6(),
                        gw.ghosts4(),
                        UNDERLAY_MARK);
    }

    /// Its rules for IPv6, which `ip` takes only with `-6`.
    public static String gatewayRules6(OfGateway gw) {
        return "rule add from " + gw.endpoint6() + " table 100\nrule add fwmark " + UNDERLAY_MARK + " table 100\n";
    }

    private Wiring() {}
}
