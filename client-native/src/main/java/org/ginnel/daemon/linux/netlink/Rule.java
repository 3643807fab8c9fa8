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
/// @param choice which packets
/// @param suppressed a route that names so many bits or fewer is not taken, and the next rule is asked
/// @param plain whether these are all there is to it
public record Rule(Family family, int priority, int table, Choice choice, OptionalInt suppressed, boolean plain)
        implements Routing {
    private static final int TO_TABLE = 1;
    private static final int INVERT = 2;
    private static final int WHOLE_MARK = -1;
    private static final int NOTHING_SUPPRESSED = -1;
    private static final int UDP = 17;
    private static final String LOOPBACK = "lo";
    private static final Set<Integer> PLAIN = Set.of(
            Key.FRA_SRC.number(),
            Key.FRA_IIFNAME.number(),
            Key.FRA_PRIORITY.number(),
            Key.FRA_FWMARK.number(),
            Key.FRA_FWMASK.number(),
            Key.FRA_SUPPRESS_PREFIXLEN.number(),
            Key.FRA_TABLE.number(),
            Key.FRA_PROTOCOL.number(),
            Key.FRA_IP_PROTO.number(),
            Key.FRA_SPORT_RANGE.number());

    /// Which packets a rule chooses: those that fit all that is named.
    ///
    /// @param source from there
    /// @param mark that carry exactly this
    /// @param udpFrom UDP from these ports
    /// @param made on this machine, not passing through it (`iif lo`)
    /// @param inverted all others than those (`FIB_RULE_INVERT`)
    public record Choice(
            Optional<IpNetwork> source, OptionalInt mark, Optional<Ports> udpFrom, boolean made, boolean inverted) {
        /// Every packet.
        public static final Choice EVERYBODY =
                new Choice(Optional.empty(), OptionalInt.empty(), Optional.empty(), false, false);

        /// Packets from there.
        public static Choice from(IpNetwork network) {
            return new Choice(Optional.of(network), OptionalInt.empty(), Optional.empty(), false, false);
        }

        /// Packets of this machine with that mark.
        public static Choice madeAndMarked(int wanted) {
            return new Choice(Optional.empty(), OptionalInt.of(wanted), Optional.empty(), true, false);
        }

        /// Packets without that mark.
        public static Choice unmarked(int unwanted) {
            return new Choice(Optional.empty(), OptionalInt.of(unwanted), Optional.empty(), false, true);
        }

        /// UDP packets of this machine from those ports.
        public static Choice madeAndFrom(Ports ports) {
            return new Choice(Optional.empty(), OptionalInt.empty(), Optional.of(ports), true, false);
        }
    }

    /// One that takes any route of the table.
    public static Rule of(Family family, int priority, Choice choice, int table) {
        return new Rule(family, priority, table, choice, OptionalInt.empty(), true);
    }

    /// The same, for packets for which the table has a route that names more bits than so many.
    public Rule moreSpecificThan(int bits) {
        return new Rule(family, priority, table, choice, OptionalInt.of(bits), plain);
    }

    @Override
    public Request put() {
        List<Attribute> attributes = new ArrayList<>();
        var source = choice.source();
        source.ifPresent(network -> attributes.add(new Attribute.Address(Key.FRA_SRC, network.address())));
        if (choice.made()) {
            attributes.add(new Attribute.Text(Key.FRA_IIFNAME, LOOPBACK));
        }
        choice.mark().ifPresent(number -> attributes.add(new Attribute.Word(Key.FRA_FWMARK, number)));
        choice.udpFrom().ifPresent(ports -> {
            attributes.add(new Attribute.Octet(Key.FRA_IP_PROTO, UDP));
            attributes.add(new Attribute.Range(Key.FRA_SPORT_RANGE, ports));
        });
        suppressed.ifPresent(bits -> attributes.add(new Attribute.Word(Key.FRA_SUPPRESS_PREFIXLEN, bits)));
        attributes.add(new Attribute.Word(Key.FRA_TABLE, table));
        attributes.add(new Attribute.Word(Key.FRA_PRIORITY, priority));
        var sourceBits = source.map(IpNetwork::prefix).orElse(0);
        var flags = choice.inverted() ? INVERT : 0;
        var head = new Head.OfRoute(family, 0, sourceBits, 0, 0, 0, 0, TO_TABLE, flags);
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
        var suppressed = attributes.number(Key.FRA_SUPPRESS_PREFIXLEN);
        var interfaces = attributes.text(Key.FRA_IIFNAME);
        var protocol = attributes.octet(Key.FRA_IP_PROTO);
        var ports = attributes.ports(Key.FRA_SPORT_RANGE);
        var choice = new Choice(
                attributes
                        .address(Key.FRA_SRC, head.family())
                        .flatMap(address -> head.family().network(address, head.sourceBits())),
                attributes.number(Key.FRA_FWMARK),
                ports,
                interfaces.isPresent(),
                (head.flags() & INVERT) != 0);
        var plain = !attributes.hasMoreThan(PLAIN)
                && attributes.number(Key.FRA_FWMASK).orElse(WHOLE_MARK) == WHOLE_MARK
                && interfaces.filter(name -> !name.equals(LOOPBACK)).isEmpty()
                && protocol.orElse(UDP) == UDP
                && protocol.isPresent() == ports.isPresent()
                && head.type() == TO_TABLE
                && head.destinationBits() == 0
                && head.tos() == 0;
        return new Rule(
                head.family(),
                attributes.number(Key.FRA_PRIORITY).orElse(0),
                attributes.number(Key.FRA_TABLE).orElse(head.table()),
                choice,
                suppressed.orElse(NOTHING_SUPPRESSED) == NOTHING_SUPPRESSED ? OptionalInt.empty() : suppressed,
                plain);
    }
}
