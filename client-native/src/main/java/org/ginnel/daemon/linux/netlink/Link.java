// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.linux.LinuxNames;

/// An interface, and the requests that concern it.
///
/// @param index by which routes and addresses know it; not used again soon after it is gone
/// @param up whether it is switched on (`IFF_UP`)
public record Link(int index, String name, boolean up) implements Thing {
    private static final int UP = 1;
    private static final int SKIP_STATISTICS = 8;
    private static final int NO_ADDRESS_OF_ITS_OWN = 1;

    /// Looks for the one of that name.
    public static Request find(String name) {
        return Request.of(
                Verb.GET_LINK,
                How.PLAINLY,
                new Head.OfLink(0, 0, 0),
                new Attribute.Word(Key.IFLA_EXT_MASK, SKIP_STATISTICS),
                named(name));
    }

    /// Makes one, switched off.
    ///
    /// @param kind such as `wireguard`
    public static Request add(String name, String kind) {
        var information = new Attribute.Nest(Key.IFLA_LINKINFO, List.of(new Attribute.Text(Key.IFLA_INFO_KIND, kind)));
        return Request.of(Verb.NEW_LINK, How.CREATE, new Head.OfLink(0, 0, 0), named(name), information);
    }

    /// Removes the one of that name.
    public static Request delete(String name) {
        return Request.of(Verb.DELETE_LINK, How.PLAINLY, new Head.OfLink(0, 0, 0), named(name));
    }

    /// Keeps it from making up an IPv6 address when it is switched on (`IN6_ADDR_GEN_MODE_NONE`).
    public static Request withoutOwnAddress(int index) {
        var mode = new Attribute.Octet(Key.IFLA_INET6_ADDR_GEN_MODE, NO_ADDRESS_OF_ITS_OWN);
        var ipv6 = new Attribute.Nest(Key.IFLA_AF_SPEC_INET6, List.of(mode));
        return Request.of(
                Verb.NEW_LINK,
                How.PLAINLY,
                new Head.OfLink(index, 0, 0),
                new Attribute.Nest(Key.IFLA_AF_SPEC, List.of(ipv6)));
    }

    /// Gives it its MTU and switches it on.
    public static Request raise(int index, int mtu) {
        return Request.of(
                Verb.NEW_LINK, How.PLAINLY, new Head.OfLink(index, UP, UP), new Attribute.Word(Key.IFLA_MTU, mtu));
    }

    private static Attribute named(String name) {
        return new Attribute.Text(Key.IFLA_IFNAME, LinuxNames.interfaceName(name));
    }

    static Optional<Link> read(Message message) {
        var in = message.reader();
        return Head.OfLink.read(in)
                .flatMap(head -> Attributes.read(in)
                        .flatMap(attributes -> attributes.text(Key.IFLA_IFNAME))
                        .map(name -> new Link(head.index(), name, (head.flags() & UP) != 0)));
    }
}
