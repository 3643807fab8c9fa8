// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.SpecialAddress;

/// Where a server answers, with names looked up: none of the addresses is this machine's, link-local or
/// multicast.
///
/// @param first where it is looked for first
/// @param others where else, the operator's first choice first, at most [#MOST_OTHERS]
record Places(InetSocketAddress first, List<InetSocketAddress> others) {
    /// Twelve endpoints that were told, and a few addresses more of the same name.
    static final int MOST_OTHERS = 16;

    Places {
        others = List.copyOf(others);
    }

    /// Looks up the name of the first endpoint, which waits for a resolver. The others cost no time: addresses
    /// stand for themselves, the first one's name has been looked up, and other names are left out.
    ///
    /// @throws UnknownHostException when nobody knows the name
    /// @throws ForbiddenPlaceException when a name leads to where no config may lead
    static Places of(Endpoint first, List<Endpoint> others) throws UnknownHostException, ForbiddenPlaceException {
        var addresses = first.address().isPresent()
                ? List.of(first.address().get())
                : Arrays.asList(InetAddress.getAllByName(first.host()));
        if (SpecialAddress.isForbiddenTarget(addresses.getFirst())) {
            throw new ForbiddenPlaceException();
        }
        var same = addresses.stream().map(address -> new InetSocketAddress(address, first.port()));
        var more = others.stream().flatMap(endpoint -> places(endpoint, first, addresses));
        return new Places(
                new InetSocketAddress(addresses.getFirst(), first.port()),
                Stream.concat(same, more)
                        .distinct()
                        .skip(1)
                        .filter(place -> !SpecialAddress.isForbiddenTarget(place.getAddress()))
                        .limit(MOST_OTHERS)
                        .toList());
    }

    /// The others of a first that is known: no name is looked up.
    static List<InetSocketAddress> besides(InetSocketAddress first, List<Endpoint> others) {
        return others.stream()
                .flatMap(endpoint -> endpoint.address().stream()
                        .filter(address -> !SpecialAddress.isForbiddenTarget(address))
                        .map(address -> new InetSocketAddress(address, endpoint.port())))
                .filter(place -> !place.equals(first))
                .distinct()
                .limit(MOST_OTHERS)
                .toList();
    }

    private static Stream<InetSocketAddress> places(Endpoint other, Endpoint first, List<InetAddress> addresses) {
        var itsOwn = other.address().stream();
        return (other.host().equals(first.host()) ? addresses.stream() : itsOwn)
                .map(address -> new InetSocketAddress(address, other.port()));
    }

    /// A name may lead to what a config may not spell.
    static final class ForbiddenPlaceException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
