// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import com.sun.jna.LastErrorException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.ginnel.lab.jna.LibC;

/// A socket as the kernel knows it, which never blocks: for source ports, devices and protocols that Java does not
/// offer. It belongs to the network and to the user of the thread that opens it.
///
/// Every method fails with the `errno` of the call.
public final class KernelSocket implements AutoCloseable {
    private static final int KIND = LibC.SOCK_NONBLOCK | LibC.SOCK_CLOEXEC;
    private static final int EINPROGRESS = 115;
    private static final InetAddress ANY4 = InetAddress.ofLiteral("0.0.0.0");
    private static final InetAddress ANY6 = InetAddress.ofLiteral("::");

    private final int family;
    private final int descriptor;

    private KernelSocket(int family, int descriptor) {
        this.family = family;
        this.descriptor = descriptor;
    }

    /// For the family of `to`.
    public static KernelSocket tcp(InetAddress to) throws LastErrorException {
        return open(SocketAddress.familyOf(to), LibC.SOCK_STREAM, 0);
    }

    /// For the family of `to`.
    public static KernelSocket udp(InetAddress to) throws LastErrorException {
        return open(SocketAddress.familyOf(to), LibC.SOCK_DGRAM, 0);
    }

    /// For ICMP or ICMPv6 messages, as is the family of `to`. Needs CAP_NET_RAW.
    public static KernelSocket icmp(InetAddress to) throws LastErrorException {
        var family = SocketAddress.familyOf(to);
        var protocol = family == LibC.AF_INET ? LibC.IPPROTO_ICMP : LibC.IPPROTO_ICMPV6;
        return open(family, LibC.SOCK_RAW, protocol);
    }

    static KernelSocket open(int family, int type, int protocol) {
        return new KernelSocket(family, LibC.socket(family, type | KIND, protocol));
    }

    /// Only by this interface, whatever routes say (`SO_BINDTODEVICE`). Linux lets everybody do that.
    public KernelSocket through(String device) throws LastErrorException {
        var name = (device + "\0").getBytes(StandardCharsets.US_ASCII);
        return orClose(() -> LibC.setsockopt(descriptor, LibC.SOL_SOCKET, LibC.SO_BINDTODEVICE, name, name.length));
    }

    /// From this port on, also where a connection from it has just ended, and with no farewell but a reset.
    public KernelSocket from(int port) throws LastErrorException {
        option(LibC.SOL_SOCKET, LibC.SO_REUSEADDR, 1);
        option(LibC.SOL_SOCKET, LibC.SO_LINGER, 1, 0);
        return bind(SocketAddress.of(family == LibC.AF_INET ? ANY4 : ANY6, port));
    }

    KernelSocket bind(byte[] address) throws LastErrorException {
        return orClose(() -> LibC.bind(descriptor, address, address.length));
    }

    /// Begins to connect.
    public void connect(InetAddress to, int port) throws LastErrorException {
        var address = SocketAddress.of(to, port);
        try {
            LibC.connect(descriptor, address, address.length);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != EINPROGRESS) {
                throw e;
            }
        }
    }

    /// Sends one datagram.
    ///
    /// @param port 0 for ICMP
    public void send(byte[] bytes, InetAddress to, int port) throws LastErrorException {
        var address = SocketAddress.of(to, port);
        LibC.sendto(descriptor, bytes, bytes.length, 0, address, address.length);
    }

    KernelSocket option(int level, int name, int... values) throws LastErrorException {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.nativeOrder());
        for (var value : values) {
            bytes.putInt(value);
        }
        return orClose(() -> LibC.setsockopt(descriptor, level, name, bytes.array(), bytes.capacity()));
    }

    /// Room for what comes in while nobody reads, or less where the system grants only less, as it does to
    /// plain users.
    KernelSocket withBuffer(int bytes) throws LastErrorException {
        var value = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(bytes);
        try {
            LibC.setsockopt(descriptor, LibC.SOL_SOCKET, LibC.SO_RCVBUFFORCE, value.array(), value.capacity());
            return this;
        } catch (LastErrorException e) {
            return option(LibC.SOL_SOCKET, LibC.SO_RCVBUF, bytes);
        }
    }

    private KernelSocket orClose(Runnable call) throws LastErrorException {
        try {
            call.run();
            return this;
        } catch (LastErrorException e) {
            close();
            throw e;
        }
    }

    int descriptor() {
        return descriptor;
    }

    @Override
    public void close() {
        LibC.close(descriptor);
    }
}
