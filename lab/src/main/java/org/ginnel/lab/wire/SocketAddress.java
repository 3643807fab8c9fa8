// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ginnel.lab.jna.LibC;

/// The `struct sockaddr` of Linux as bytes. Pure.
final class SocketAddress {
    private static final int IN_BYTES = 16;
    private static final int IN6_BYTES = 28;
    private static final int LL_BYTES = 20;
    private static final int LL_INDEX = 4;
    private static final int ALL_PROTOCOLS = 0x0003;

    /// Of a host; port 0 for raw sockets.
    static byte[] of(InetAddress address, int port) {
        var bytes = ByteBuffer.allocate(address instanceof Inet4Address ? IN_BYTES : IN6_BYTES);
        family(bytes, familyOf(address));
        bytes.putShort((short) port);
        if (!(address instanceof Inet4Address)) {
            bytes.putInt(0);
        }
        return bytes.put(address.getAddress()).array();
    }

    /// Of every packet that passes an interface.
    static byte[] ofInterface(int index) {
        var bytes = ByteBuffer.allocate(LL_BYTES);
        family(bytes, LibC.AF_PACKET);
        bytes.putShort((short) ALL_PROTOCOLS);
        return bytes.order(ByteOrder.nativeOrder()).putInt(LL_INDEX, index).array();
    }

    static int familyOf(InetAddress address) {
        return address instanceof Inet4Address ? LibC.AF_INET : LibC.AF_INET6;
    }

    private static void family(ByteBuffer bytes, int family) {
        bytes.order(ByteOrder.nativeOrder()).putShort((short) family).order(ByteOrder.BIG_ENDIAN);
    }

    private SocketAddress() {}
}
