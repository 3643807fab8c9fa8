// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// `SOCKADDR_INET`: an address and a port of either family, in 28 bytes. Pure; offsets by
/// `windows-layouts.c`.
public final class Sockaddr {
    /// How long it is.
    public static final int SIZE = 28;

    private static final short AF_INET = 2;
    private static final short AF_INET6 = 23;
    private static final int PORT = 2;
    private static final int ADDRESS4 = 4;
    private static final int ADDRESS6 = 8;

    private Sockaddr() {}

    /// Writes one.
    ///
    /// @param into in the order of the processor; the port is written as it is sent
    /// @param port 0 for none
    public static void put(ByteBuffer into, int offset, InetAddress address, int port) {
        into.put(offset, new byte[SIZE]);
        into.putShort(offset, family(address));
        into.put(offset + PORT, (byte) (port >>> 8)).put(offset + PORT + 1, (byte) port);
        into.put(offset + (address instanceof Inet4Address ? ADDRESS4 : ADDRESS6), address.getAddress());
    }

    /// Writes one of no address: `0.0.0.0` or `::`.
    public static void putAny(ByteBuffer into, int offset, boolean ipv4) {
        into.put(offset, new byte[SIZE]);
        into.putShort(offset, ipv4 ? AF_INET : AF_INET6);
    }

    /// Reads an address; empty for another family.
    public static Optional<InetAddress> address(ByteBuffer from, int offset) {
        return switch (from.getShort(offset)) {
            case AF_INET -> Optional.of(address(from, offset + ADDRESS4, 4));
            case AF_INET6 -> Optional.of(address(from, offset + ADDRESS6, 16));
            default -> Optional.empty();
        };
    }

    private static InetAddress address(ByteBuffer from, int offset, int length) {
        var bytes = new byte[length];
        from.get(offset, bytes);
        try {
            // Not InetAddress.getByAddress alone: it would make an IPv4 address of ::ffff:192.0.2.1.
            return length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    /// `AF_INET` or `AF_INET6`.
    public static short family(InetAddress address) {
        return address instanceof Inet4Address ? AF_INET : AF_INET6;
    }
}
