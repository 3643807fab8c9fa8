// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probe.Way;
import org.ginnel.lab.leak.flood.Token;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.lab.wire.Packet;

/// Tells what a packet was. It knows the flood's by the token that they carry where [RouterRules] goes by
/// ports, so that the two counts are two opinions. Pure.
final class Judge {
    private static final int SYN = 2;
    private static final int SYN_AND_ACK = 0x12;
    private static final int ECHO_REQUEST4 = 8;
    private static final int ECHO_REQUEST6 = 128;
    private static final int HTTPS = 443;
    private static final int DHCP_CLIENT4 = 68;
    private static final int DHCP_SERVER4 = 67;
    private static final int DHCP_CLIENT6 = 546;
    private static final int DHCP_SERVER6 = 547;
    private static final int SHORTEST_MESSAGE = 32;
    private static final Set<Integer> NEIGHBOUR_DISCOVERY = Set.of(133, 135, 136);
    private static final Set<Integer> LISTENER_REPORTS = Set.of(131, 132, 143);
    private static final Set<InetAddress> API =
            Set.of(InetAddress.ofLiteral(Addresses.API4), InetAddress.ofLiteral(Addresses.API6));

    private final Map<Integer, Probe> byId;
    private final Set<InetAddress> endpoints;

    Judge(List<Probe> probes, List<OfGateway> gateways) {
        byId = probes.stream().collect(Collectors.toMap(Probe::id, Function.identity()));
        endpoints = gateways.stream()
                .flatMap(gateway -> Stream.of(gateway.endpoint4(), gateway.endpoint6()))
                .map(InetAddress::ofLiteral)
                .collect(Collectors.toSet());
    }

    Verdict of(Packet packet) {
        var probe = probe(packet);
        if (probe.isPresent()) {
            return new Verdict.OfFlood(probe.get());
        }
        if (packet.protocol() == Packet.TCP && bySource(packet).isPresent()) {
            return new Verdict.Further();
        }
        return isAllowed(packet) ? new Verdict.Allowed() : new Verdict.Stray(packet.toString());
    }

    private Optional<Probe> probe(Packet packet) {
        var found = switch (packet.protocol()) {
            case Packet.TCP -> (packet.flags() & SYN_AND_ACK) == SYN ? bySource(packet) : Optional.<Probe>empty();
            case Packet.UDP -> byToken(packet);
            // An error message quotes the token of the packet that it is about.
            case Packet.ICMP -> packet.source() == ECHO_REQUEST4 ? byToken(packet) : Optional.<Probe>empty();
            case Packet.ICMPV6 -> packet.source() == ECHO_REQUEST6 ? byToken(packet) : Optional.<Probe>empty();
            default -> Optional.<Probe>empty();
        };
        return found.filter(probe -> packet.to().equals(Optional.of(probe.to())));
    }

    private Optional<Probe> byToken(Packet packet) {
        return Token.in(packet.payload()).flatMap(token -> Optional.ofNullable(byId.get(token.id())));
    }

    private Optional<Probe> bySource(Packet packet) {
        return byId.values().stream()
                .filter(probe -> probe.way() == Way.TCP && probe.port() == packet.destination())
                .filter(probe -> packet.source() >= probe.id() && packet.source() < probe.id() + Probe.SPAN)
                .findFirst();
    }

    private boolean isAllowed(Packet packet) {
        return switch (packet.protocol()) {
            case Packet.ARP -> true;
            case Packet.UDP -> isDhcp(packet) || isWireGuard(packet);
            case Packet.TCP ->
                packet.destination() == HTTPS
                        && packet.to().filter(API::contains).isPresent();
            case Packet.ICMPV6 ->
                (NEIGHBOUR_DISCOVERY.contains(packet.source()) && packet.hops() == 255)
                        || (LISTENER_REPORTS.contains(packet.source()) && packet.hops() == 1);
            default -> packet.from().isEmpty();
        };
    }

    private static boolean isDhcp(Packet packet) {
        return (packet.source() == DHCP_CLIENT4 && packet.destination() == DHCP_SERVER4)
                || (packet.source() == DHCP_CLIENT6 && packet.destination() == DHCP_SERVER6);
    }

    private boolean isWireGuard(Packet packet) {
        return packet.to().filter(endpoints::contains).isPresent()
                && isEndpointPort(packet.destination())
                && isMessage(packet.payload());
    }

    private static boolean isEndpointPort(int port) {
        return port == Addresses.WIREGUARD_PORT || Addresses.FURTHER_PORTS.contains(port);
    }

    private static boolean isMessage(ByteBuffer payload) {
        if (payload.remaining() < SHORTEST_MESSAGE) {
            return false;
        }
        var type = payload.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt();
        return type >= 1 && type <= 4;
    }
}
