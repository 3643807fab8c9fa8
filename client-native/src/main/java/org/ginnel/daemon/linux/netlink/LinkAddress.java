// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.Optional;
import org.ginnel.wireguard.IpNetwork;

/// An address of an interface.
///
/// @param index of the interface
public record LinkAddress(int index, IpNetwork network) implements Thing {
    private static final int NO_DUPLICATE_DETECTION = 2;

    /// Puts it there, to be used at once: an IPv6 address does not wait until no neighbour claims it.
    public Request add() {
        var family = Family.of(network);
        var flags = family == Family.IPV6 ? NO_DUPLICATE_DETECTION : 0;
        return Request.of(
                Verb.NEW_ADDRESS,
                How.REPLACE,
                new Head.OfAddress(family, network.prefix(), flags, index),
                new Attribute.Address(Key.IFA_LOCAL, network.address()),
                new Attribute.Address(Key.IFA_ADDRESS, network.address()));
    }

    /// Where both are told, `IFA_LOCAL` is ours and `IFA_ADDRESS` the other end's.
    static Optional<LinkAddress> read(Message message) {
        var in = message.reader();
        return Head.OfAddress.read(in)
                .flatMap(head -> Attributes.read(in)
                        .flatMap(attributes -> attributes
                                .address(Key.IFA_LOCAL, head.family())
                                .or(() -> attributes.address(Key.IFA_ADDRESS, head.family())))
                        .flatMap(address -> head.family().network(address, head.prefix()))
                        .map(network -> new LinkAddress(head.index(), network)));
    }
}
