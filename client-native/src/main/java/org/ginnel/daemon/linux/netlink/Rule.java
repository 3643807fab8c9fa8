// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ginnel.wireguard.IpNetwork;

/// A rule that says which table routes a packet: equal ones choose the same packets and the same table.
///
/// @param priority the smallest is asked first; above 2^31 - 1 it is negative here
/// @param source only packets from there
/// @param mark only packets that carry exactly this
/// @param inverted only packets that `source` and `mark` do not choose (`FIB_RULE_INVERT`)
/// @param suppressed a route that names so many bits or fewer is not taken, and the next rule is asked
/// @param plain whether these are all there is to it
public record Rule(
        Family family,
        int priority,
        int table,
        Optional<IpNetwork> source,
        OptionalInt mark,
        boolean inverted,
        OptionalInt suppressed,
        boolean plain)
        implements Routing {
    private static final int TO_TABLE = 1;
    private static final int INVERT = 2;
    private static final int WHOLE_MARK = -1;
    private static final int NOTHING_SUPPRESSED = -1;
    private static final Set<Integer> PLAIN = Set.of(
            Key.FRA_SRC.number(),
            Key.FRA_PRIORITY.number(),
            Key.FRA_FWMARK.number(),
            Key.FRA_FWMASK.number(),
            Key.FRA_SUPPRESS_PREFIXLEN.number(),
            Key.FRA_TABLE.number(),
            Key.FRA_PROTOCOL.number());

    /// Every packet.
    public static Rule everybody(Family family, int priority, int table) {
        return new Rule(
                family, priority, table, Optional.empty(), OptionalInt.empty(), false, OptionalInt.empty(), true);
    }

    /// Packets from there.
    public Rule from(IpNetwork network) {
        return new Rule(family, priority, table, Optional.of(network), mark, inverted, suppressed, plain);
    }

    /// Packets without that mark.
    public Rule unlessMarked(int unwanted) {
        return new Rule(family, priority, table, source, OptionalInt.of(unwanted), true, suppressed, plain);
    }

    /// Packets for which the table has a route that names more bits than so many.
    public Rule moreSpecificThan(int bits) {
        return new Rule(family, priority, table, source, mark, inverted, OptionalInt.of(bits), plain);
    }

    @Override
    public Request put() {
        List<Attribute> attributes = new ArrayList<>();
        source.ifPresent(network -> attributes.add(new Attribute.Address(Key.FRA_SRC, network.address())));
        mark.ifPresent(number -> attributes.add(new Attribute.Word(Key.FRA_FWMARK, number)));
        suppressed.ifPresent(bits -> attributes.add(new Attribute.Word(Key.FRA_SUPPRESS_PREFIXLEN, bits)));
        attributes.add(new Attribute.Word(Key.FRA_TABLE, table));
        attributes.add(new Attribute.Word(Key.FRA_PRIORITY, priority));
        var sourceBits = source.map(IpNetwork::prefix).orElse(0);
        var head = new Head.OfRoute(family, 0, sourceBits, 0, 0, 0, 0, TO_TABLE, inverted ? INVERT : 0);
        return new Request(Verb.NEW_RULE, How.CREATE, head, attributes);
    }

    /// All rules. A kernel without `family` may list those of another.
    public static Request list(Family family) {
        return Request.of(Verb.GET_RULE, How.LIST, Head.OfRoute.all(family));
    }

    static Optional<Rule> read(Message message) {
        var in = message.reader();
        return Head.OfRoute.read(in).flatMap(head -> Attributes.read(in).map(attributes -> of(head, attributes)));
    }

    private static Rule of(Head.OfRoute head, Attributes attributes) {
        var source = attributes
                .address(Key.FRA_SRC, head.family())
                .flatMap(address -> head.family().network(address, head.sourceBits()));
        var suppressed = attributes.number(Key.FRA_SUPPRESS_PREFIXLEN);
        var plain = !attributes.hasMoreThan(PLAIN)
                && attributes.number(Key.FRA_FWMASK).orElse(WHOLE_MARK) == WHOLE_MARK
                && head.type() == TO_TABLE
                && head.destinationBits() == 0
                && head.tos() == 0;
        return new Rule(
                head.family(),
                attributes.number(Key.FRA_PRIORITY).orElse(0),
                attributes.number(Key.FRA_TABLE).orElse(head.table()),
                source,
                attributes.number(Key.FRA_FWMARK),
                (head.flags() & INVERT) != 0,
                suppressed.orElse(NOTHING_SUPPRESSED) == NOTHING_SUPPRESSED ? OptionalInt.empty() : suppressed,
                plain);
    }
}
