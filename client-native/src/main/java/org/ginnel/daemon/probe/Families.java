// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Of the addresses of a name, those that are worth a try.
final class Families {
    private Families() {}

    /// The first of each family, IPv4 and IPv6, in the order in which the resolver has them: the second is for a
    /// machine that has no way by the first.
    static List<InetAddress> firstOfEach(List<InetAddress> addresses) {
        Map<Class<?>, InetAddress> first = new LinkedHashMap<>();
        addresses.forEach(address -> first.putIfAbsent(address.getClass(), address));
        return List.copyOf(first.values());
    }
}
