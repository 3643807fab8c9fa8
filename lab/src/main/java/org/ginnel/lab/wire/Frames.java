// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Frames that no honest neighbour would send. Pure.
public final class Frames {
    private static final byte[] EVERYBODY = {-1, -1, -1, -1, -1, -1};
    private static final int ETHERNET_BYTES = 14;
    private static final int ECHO_BYTES = 16;
    private static final int ECHO_REQUEST4 = 8;
    private static final int ECHO_REQUEST6 = 128;
    private static final int HOPS = 64;

    /// Who has the IPv4 address `target`? Asked of everybody.
    public static byte[] arpQuestion(byte[] from, InetAddress sender, InetAddress target) {
        return ethernet(EVERYBODY, from, Packet.ARP, 28)
                .putShort((short) 1)
                .putShort((short) 0x800)
                .put((byte) 6)
                .put((byte) 4)
                .putShort((short) 1)
                .put(from)
                .put(sender.getAddress())
                .put(new byte[6])
                .put(target.getAddress())
                .array();
    }

    /// An echo request whose addresses may be invented, to a neighbour whatever its addresses.
    ///
    /// @param id tells the answer
    public static byte[] echo(byte[] to, byte[] from, InetAddress sender, InetAddress target, int id) {
        var four = target.getAddress().length == 4;
        var message = ByteBuffer.allocate(ECHO_BYTES)
                .put((byte) (four ? ECHO_REQUEST4 : ECHO_REQUEST6))
                .put((byte) 0)
                .putShort((short) 0)
                .putShort((short) id)
                .putShort((short) 1);
        message.putShort(2, checksum(four ? message : withPseudoHeader(sender, target, message.array())));
        return four ? ipv4(to, from, sender, target, message.array()) : ipv6(to, from, sender, target, message.array());
    }

    private static byte[] ipv4(byte[] to, byte[] from, InetAddress sender, InetAddress target, byte[] message) {
        var header = ByteBuffer.allocate(20)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + message.length))
                .putInt(0)
                .put((byte) HOPS)
                .put((byte) Packet.ICMP)
                .putShort((short) 0)
                .put(sender.getAddress())
                .put(target.getAddress());
        header.putShort(10, checksum(header));
        return ethernet(to, from, 0x800, 20 + message.length)
                .put(header.array())
                .put(message)
                .array();
    }

    private static byte[] ipv6(byte[] to, byte[] from, InetAddress sender, InetAddress target, byte[] message) {
        return ethernet(to, from, 0x86dd, 40 + message.length)
                .putInt(0x60000000)
                .putShort((short) message.length)
                .put((byte) Packet.ICMPV6)
                .put((byte) HOPS)
                .put(sender.getAddress())
                .put(target.getAddress())
                .put(message)
                .array();
    }

    private static ByteBuffer withPseudoHeader(InetAddress sender, InetAddress target, byte[] message) {
        return ByteBuffer.allocate(40 + message.length)
                .put(sender.getAddress())
                .put(target.getAddress())
                .putInt(message.length)
                .putInt(Packet.ICMPV6)
                .put(message);
    }

    private static ByteBuffer ethernet(byte[] to, byte[] from, int type, int payload) {
        return ByteBuffer.allocate(ETHERNET_BYTES + payload).put(to).put(from).putShort((short) type);
    }

    /// RFC 1071, of all of `bytes`, which are even in number.
    public static short checksum(ByteBuffer bytes) {
        var sum = 0;
        for (var i = 0; i < bytes.capacity(); i += 2) {
            sum += Short.toUnsignedInt(bytes.getShort(i));
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (short) ~sum;
    }

    private Frames() {}
}
