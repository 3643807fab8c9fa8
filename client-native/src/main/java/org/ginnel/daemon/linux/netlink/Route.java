// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.wireguard.IpNetwork;

/// A route: equal ones lead the same packets the same way.
///
/// @param destination its host part is zero
/// @param way where it leads
/// @param metric among routes to one destination the smallest counts
/// @param plain whether these are all there is to it: no gateway, no source, no type of service
public record Route(int table, IpNetwork destination, Way way, int metric, boolean plain) implements Routing {
    /// What IPv6 takes where none is given; IPv4 takes 0.
    private static final int USUAL_IPV6_METRIC = 1024;

    private static final int UNICAST = 1;
    private static final int UNREACHABLE = 7;
    private static final int MADE_BY_AN_ADMINISTRATOR = 3;
    private static final int SCOPE_LINK = 253;
    private static final Set<Integer> PLAIN = Set.of(
            Key.RTA_DST.number(),
            Key.RTA_OIF.number(),
            Key.RTA_PRIORITY.number(),
            Key.RTA_CACHEINFO.number(),
            Key.RTA_TABLE.number(),
            Key.RTA_PREF.number());

    /// Where packets go.
    public sealed interface Way {
        /// Out of an interface.
        record Through(int index) implements Way {}

        /// Nowhere, and the sender is told.
        record Unreachable() implements Way {}

        /// Somewhere that we send nothing.
        ///
        /// @param type `RTN_*`
        record Other(int type) implements Way {}
    }

    /// Out of an interface, which has to be up for this.
    public static Route through(int table, IpNetwork destination, int index) {
        var metric = destination.isIpv4() ? 0 : USUAL_IPV6_METRIC;
        return new Route(table, destination.masked(), new Way.Through(index), metric, true);
    }

    /// What is refused unless a route of a smaller metric takes it.
    public static Route unreachable(int table, IpNetwork destination, int metric) {
        return new Route(table, destination.masked(), new Way.Unreachable(), metric, true);
    }

    @Override
    public Family family() {
        return Family.of(destination);
    }

    /// In the place of what leads to the same destination with the same metric.
    ///
    /// @throws IllegalArgumentException for one that we never make
    @Override
    public Request put() {
        List<Attribute> attributes = new ArrayList<>();
        if (!destination.isDefault()) {
            attributes.add(new Attribute.Address(Key.RTA_DST, destination.address()));
        }
        attributes.add(new Attribute.Word(Key.RTA_PRIORITY, metric));
        attributes.add(new Attribute.Word(Key.RTA_TABLE, table));
        var type = switch (way) {
            case Way.Through(int index) -> {
                attributes.add(new Attribute.Word(Key.RTA_OIF, index));
                yield UNICAST;
            }
            case Way.Unreachable() -> UNREACHABLE;
            case Way.Other _ -> throw new IllegalArgumentException("not a route of ours");
        };
        var scope = destination.isIpv4() && type == UNICAST ? SCOPE_LINK : 0;
        var head = new Head.OfRoute(family(), destination.prefix(), 0, 0, 0, MADE_BY_AN_ADMINISTRATOR, scope, type, 0);
        return new Request(Verb.NEW_ROUTE, How.REPLACE, head, attributes);
    }

    /// All routes of a table. A kernel before 4.20 lists those of others, too, and one without `family` those of
    /// another.
    public static Request list(Family family, int table) {
        return Request.of(Verb.GET_ROUTE, How.LIST, Head.OfRoute.all(family), new Attribute.Word(Key.RTA_TABLE, table));
    }

    static Optional<Route> read(Message message) {
        var in = message.reader();
        return Head.OfRoute.read(in).flatMap(head -> Attributes.read(in).flatMap(attributes -> of(head, attributes)));
    }

    private static Optional<Route> of(Head.OfRoute head, Attributes attributes) {
        var table = attributes.number(Key.RTA_TABLE).orElse(head.table());
        var metric = attributes.number(Key.RTA_PRIORITY).orElse(0);
        var way = way(head.type(), attributes);
        var plain = !attributes.hasMoreThan(PLAIN) && head.sourceBits() == 0 && head.tos() == 0;
        return attributes
                .address(Key.RTA_DST, head.family())
                .or(() -> Optional.of(head.family().everything().address()))
                .flatMap(address -> head.family().network(address, head.destinationBits()))
                .map(destination -> new Route(table, destination.masked(), way, metric, plain));
    }

    /// IPv6 says of an unreachable route that it leads through `lo`.
    private static Way way(int type, Attributes attributes) {
        var index = attributes.number(Key.RTA_OIF);
        if (type == UNICAST && index.isPresent()) {
            return new Way.Through(index.getAsInt());
        }
        return type == UNREACHABLE ? new Way.Unreachable() : new Way.Other(type);
    }
}
