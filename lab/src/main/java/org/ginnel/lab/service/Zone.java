// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ginnel.lab.net.Addresses;

/// The names that a resolver knows, in lower case and without a final dot.
///
/// @param owner the machine that answers, told as TXT of [Addresses#WHO_NAME]
public record Zone(String owner, Map<String, List<InetAddress>> names) {
    public Zone {
        names = Map.copyOf(names);
    }

    /// The names of the lab as `owner` tells them.
    ///
    /// @param self addresses that tell `owner` from the others, the answer to [Addresses#WHO_NAME]
    public static Zone of(String owner, String... self) {
        var names = Map.of(
                Addresses.API_NAME, List.of(Addresses.API4, Addresses.API6),
                Addresses.TARGET_NAME, List.of(Addresses.TARGET4, Addresses.TARGET6),
                Addresses.PRINTER_NAME, List.of(Addresses.PRINTER4, Addresses.PRINTER6),
                Addresses.WHO_NAME, Arrays.asList(self));
        return new Zone(owner, names.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getKey, Zone::parsed)));
    }

    private static List<InetAddress> parsed(Map.Entry<String, List<String>> name) {
        return name.getValue().stream().map(InetAddress::ofLiteral).toList();
    }

    /// The addresses of `name`, whatever its case; empty when there is no such name.
    Optional<List<InetAddress>> find(String name) {
        return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
    }
}
