// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What a frame of Ethernet carries, as far as the lab tells packets apart. Pure; anything may be in a frame.
///
/// @param protocol the number of IP's payload, such as [#TCP], or [#ARP]
/// @param from for ARP the sender's address; empty when it is neither IP nor ARP
/// @param to for ARP the address that is asked for or told
/// @param source port of TCP and UDP, type of ICMP, operation of ARP; else 0
/// @param destination port of TCP and UDP, identifier of ICMP's echo; else 0
/// @param flags of TCP; else 0
/// @param hops how many routers it may still pass
/// @param payload what follows the ports, or the eight bytes of an ICMP header
public record Packet(
        int protocol,
        Optional<InetAddress> from,
        Optional<InetAddress> to,
        int source,
        int destination,
        int flags,
        int hops,
        ByteBuffer payload) {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;

    /// Beyond the numbers of IP.
    public static final int ARP = 0x806;

    private static final int IPV4 = 0x800;
    private static final int IPV6 = 0x86dd;
    private static final int ETHERNET_BYTES = 14;
    private static final int FRAGMENT_OFFSET = 0x1fff;

    /// Reads a frame; what breaks off, or is of another kind, is a packet from nowhere.
    public static Packet parse(ByteBuffer frame) {
        try {
            var in = frame.slice();
            in.position(ETHERNET_BYTES - 2);
            var type = Short.toUnsignedInt(in.getShort());
            return switch (type) {
                case IPV4 -> ipv4(in.slice());
                case IPV6 -> ipv6(in.slice());
                case ARP -> arp(in.slice());
                default -> unknown(type);
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return unknown(0);
        }
    }

    private static Packet unknown(int type) {
        return new Packet(type, Optional.empty(), Optional.empty(), 0, 0, 0, 0, ByteBuffer.allocate(0));
    }

    private static Packet ipv4(ByteBuffer in) {
        var header = (in.get(0) & 0xf) * 4;
        var fragment = in.getShort(6) & FRAGMENT_OFFSET;
        var protocol = Byte.toUnsignedInt(in.get(9));
        var hops = Byte.toUnsignedInt(in.get(8));
        var from = address(in, 12, 4);
        var to = address(in, 16, 4);
        var rest = in.position(header).slice();
        return fragment == 0
                ? transport(protocol, from, to, hops, rest)
                : new Packet(protocol, from, to, 0, 0, 0, hops, rest);
    }

    /// A hop-by-hop header, as of multicast listener reports, is passed over.
    private static Packet ipv6(ByteBuffer in) {
        var next = Byte.toUnsignedInt(in.get(6));
        var hops = Byte.toUnsignedInt(in.get(7));
        var from = address(in, 8, 16);
        var to = address(in, 24, 16);
        var at = 40;
        if (next == 0) {
            next = Byte.toUnsignedInt(in.get(at));
            at += 8 * (1 + Byte.toUnsignedInt(in.get(at + 1)));
        }
        return transport(next, from, to, hops, in.position(at).slice());
    }

    private static Packet transport(
            int protocol, Optional<InetAddress> from, Optional<InetAddress> to, int hops, ByteBuffer in) {
        return switch (protocol) {
            case TCP ->
                new Packet(
                        protocol,
                        from,
                        to,
                        port(in, 0),
                        port(in, 2),
                        in.get(13),
                        hops,
                        in.position(4).slice());
            case UDP ->
                new Packet(
                        protocol,
                        from,
                        to,
                        port(in, 0),
                        port(in, 2),
                        0,
                        hops,
                        in.position(8).slice());
            case ICMP, ICMPV6 ->
                new Packet(
                        protocol,
                        from,
                        to,
                        Byte.toUnsignedInt(in.get(0)),
                        port(in, 4),
                        0,
                        hops,
                        in.position(8).slice());
            default -> new Packet(protocol, from, to, 0, 0, 0, hops, in);
        };
    }

    private static Packet arp(ByteBuffer in) {
        var operation = port(in, 6);
        return new Packet(ARP, address(in, 14, 4), address(in, 24, 4), operation, 0, 0, 0, ByteBuffer.allocate(0));
    }

    private static int port(ByteBuffer in, int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }

    private static Optional<InetAddress> address(ByteBuffer in, int at, int length) {
        var bytes = new byte[length];
        in.get(at, bytes);
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// As in `192.168.50.10 -> 192.0.2.80 protocol 17, 20400 -> 7`.
    @Override
    public String toString() {
        return "%s -> %s protocol %d, %d -> %d"
                .formatted(
                        from.map(InetAddress::getHostAddress).orElse("?"),
                        to.map(InetAddress::getHostAddress).orElse("?"),
                        protocol,
                        source,
                        destination);
    }
}
