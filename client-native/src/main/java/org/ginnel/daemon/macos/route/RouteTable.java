// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.wireguard.IpNetwork;

/// What `netstat -rn` of macOS prints of one family. Pure.
///
/// @param rows in the order of the listing
public record RouteTable(List<Row> rows) {
    /// A line of it.
    ///
    /// @param gateway as it is printed: an address, `link#4`, or an interface
    /// @param flags letters of `netstat(1)`: `R` refuses, `I` counts for bound sockets only, `S` was set by
    /// hand, `W` is a copy of another one
    public record Row(IpNetwork network, String gateway, String flags, String device) {
        /// Whether it was made by somebody, and is neither a copy that the kernel keeps nor for bound sockets
        /// only.
        public boolean isSet() {
            return flags.contains("S") && !flags.contains("W") && !isBound();
        }

        boolean refuses() {
            return flags.contains("R");
        }

        boolean isBound() {
            return flags.contains("I");
        }
    }

    public RouteTable {
        rows = List.copyOf(rows);
    }

    /// Lines that are no routes are left out, and so are those whose destination has a zone.
    public static RouteTable read(String text, boolean ipv4) {
        var lines = text.lines()
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .toList();
        var device = lines.stream()
                .filter(words -> words.getFirst().equals("Destination"))
                .findFirst()
                .map(header -> header.indexOf("Netif"))
                .orElse(-1);
        return new RouteTable(
                device < 0
                        ? List.of()
                        : lines.stream()
                                .flatMap(words -> row(words, device, ipv4))
                                .toList());
    }

    private static Stream<Row> row(List<String> words, int device, boolean ipv4) {
        return words.size() <= device
                ? Stream.empty()
                : destination(words.getFirst(), ipv4)
                        .map(network -> new Row(network, words.get(1), words.get(2), words.get(device)))
                        .stream();
    }

    /// `default`, `0/1`, `128.0/1`, `10.7.0.2`, `::/1`: zeros at the end of an address of IPv4 are left out.
    private static Optional<IpNetwork> destination(String text, boolean ipv4) {
        if (text.equals("default")) {
            return IpNetwork.parse(ipv4 ? "0.0.0.0/0" : "::/0");
        }
        var slash = text.indexOf('/');
        if (!ipv4 || slash < 0) {
            return IpNetwork.parse(text).filter(network -> network.isIpv4() == ipv4);
        }
        var octets = Arrays.asList(text.substring(0, slash).split("\\.", -1));
        var padded = Stream.concat(octets.stream(), Stream.generate(() -> "0"))
                .limit(4)
                .toList();
        return IpNetwork.parse(String.join(".", padded) + text.substring(slash));
    }

    /// Where packets leave for everybody who has no better route: the gateway of the first default route
    /// that has one.
    public Optional<Row> gateway() {
        return rows.stream()
                .filter(row -> row.network().isDefault() && !row.isBound() && !row.refuses())
                .filter(row ->
                        !row.gateway().startsWith("link#") && !row.gateway().equals(row.device()))
                .findFirst();
    }
}
