// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.net;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The addresses of the test internet, all from the blocks reserved for documentation and benchmarks.
public final class Addresses {
    /// The client's, behind the router's address translation.
    public static final String CLIENT4 = "192.168.50.10";

    /// The client's, and the one by which the internet knows it: there is no translation for IPv6.
    public static final String CLIENT6 = "2001:db8:50::10";

    /// The home router on the side of the client; its resolver listens here.
    public static final String HOME4 = "192.168.50.1";

    public static final String HOME6 = "2001:db8:50::1";

    /// A neighbour of the client on its own network.
    public static final String PRINTER4 = "192.168.50.20";

    public static final String PRINTER6 = "2001:db8:50::20";

    /// What the internet sees of the client as long as no tunnel is up.
    public static final String DIRECT4 = "198.51.100.2";

    /// The same over IPv6.
    public static final String DIRECT6 = CLIENT6;

    /// The host that tells its visitors where they come from.
    public static final String TARGET4 = "192.0.2.80";

    public static final String TARGET6 = "2001:db8:80::80";

    /// The host of the provisioning API.
    public static final String API4 = "198.51.100.130";

    public static final String API6 = "2001:db8:a::2";

    /// The name of [#API4] and [#API6].
    public static final String API_NAME = "api.ginnel.test";

    /// The name of [#TARGET4] and [#TARGET6].
    public static final String TARGET_NAME = "target.ginnel.test";

    /// The name of [#PRINTER4] and [#PRINTER6].
    public static final String PRINTER_NAME = "printer.lan";

    /// A name that every resolver answers with an address of its own machine.
    public static final String WHO_NAME = "who.ginnel.test";

    /// The port on which gateways listen for WireGuard, and refuse TCP.
    public static final int WIREGUARD_PORT = 51_820;

    /// Where gateways answer WireGuard as well: ports that are let through where others are not.
    public static final List<Integer> FURTHER_PORTS = List.of(443, 53);

    /// All ports at which gateways answer WireGuard, as nftables writes them.
    public static String endpointPorts() {
        return set(Stream.concat(Stream.of(WIREGUARD_PORT), FURTHER_PORTS.stream()));
    }

    static String furtherPorts() {
        return set(FURTHER_PORTS.stream());
    }

    private static String set(Stream<Integer> ports) {
        return ports.map(String::valueOf).collect(Collectors.joining(", ", "{ ", " }"));
    }

    /// The addresses of one gateway.
    ///
    /// @param number 1 to 62
    public record OfGateway(int number) {
        /// How many [#ghost4(int)] there are.
        public static final int MAX_GHOSTS = 254;

        public OfGateway {
            if (number < 1 || number > 62) {
                throw new IllegalArgumentException("the lab has room for 62 gateways");
            }
        }

        public String machine() {
            return "gw" + number;
        }

        /// Where clients reach it, over the link with the delay.
        public String endpoint4() {
            return "203.0.113." + (4 * number + 2);
        }

        public String endpoint6() {
            return "2001:db8:1%03x::2".formatted(number);
        }

        /// Where its clients appear on the internet.
        public String exit4() {
            return "198.18." + number + ".2";
        }

        public String exit6() {
            return "2001:db8:2%03x::2".formatted(number);
        }

        /// Another address of the same machine, over the same link: of a server that is only listed.
        ///
        /// @param index 1 to [#MAX_GHOSTS]
        public String ghost4(int index) {
            return "198.19." + number + "." + index;
        }

        String ghosts4() {
            return "198.19." + number + ".0/24";
        }

        String router4() {
            return "203.0.113." + (4 * number + 1);
        }

        String router6() {
            return "2001:db8:1%03x::1".formatted(number);
        }

        String exitRouter4() {
            return "198.18." + number + ".1";
        }

        String exitRouter6() {
            return "2001:db8:2%03x::1".formatted(number);
        }

        /// The internet's end of the link with the delay.
        public String linkName() {
            return "to-" + machine();
        }
    }

    private Addresses() {}
}
