// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import com.sun.jna.LastErrorException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.ginnel.daemon.linux.netlink.jna.LibC;

/// A socket to the kernel's rtnetlink in the network namespace of the thread that opens it. One thread uses it.
final class NetlinkSocket implements AutoCloseable {
    /// The kernel makes no datagram longer than 32 KiB.
    static final int LARGEST = 1 << 16;

    private static final int ADDRESS_BYTES = 12;
    private static final int POLL_BYTES = 8;
    private static final int INTERRUPTED = 4;
    private static final int AGAIN = 11;
    private static final int OVERFLOW = 105;

    private final int descriptor;
    private final Arena memory;
    private final ByteBuffer buffer;
    private final ByteBuffer polled;
    private final byte[] sender = new byte[ADDRESS_BYTES];
    private final int[] senderBytes = new int[1];

    private NetlinkSocket(int descriptor, Arena memory) {
        this.descriptor = descriptor;
        this.memory = memory;
        this.buffer = allocate(LARGEST);
        this.polled = allocate(2 * POLL_BYTES);
    }

    /// @param groups to be told by, as bits; 0 for none
    /// @param memory of the thread that uses the socket and closes it
    static NetlinkSocket open(int groups, Arena memory) throws NetlinkException {
        return open(LibC.NETLINK_ROUTE, groups, memory);
    }

    /// The same for another family of messages, such as [LibC#NETLINK_NETFILTER].
    static NetlinkSocket open(int protocol, int groups, Arena memory) throws NetlinkException {
        try {
            var type = LibC.SOCK_RAW | LibC.SOCK_CLOEXEC;
            var socket = new NetlinkSocket(LibC.socket(LibC.AF_NETLINK, type, protocol), memory);
            socket.bind(groups);
            return socket;
        } catch (LastErrorException e) {
            memory.close();
            throw failure("socket", e);
        }
    }

    /// A direct buffer in the machine's byte order, good until [#close()].
    ByteBuffer allocate(int bytes) {
        return memory.allocate(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private void bind(int groups) throws NetlinkException {
        try {
            var address = ByteBuffer.allocate(ADDRESS_BYTES).order(ByteOrder.nativeOrder());
            address.putShort((short) LibC.AF_NETLINK).putInt(8, groups);
            LibC.bind(descriptor, address.array(), ADDRESS_BYTES);
        } catch (LastErrorException e) {
            close();
            throw failure("bind", e);
        }
    }

    /// Sets an option that an old kernel may not know; without it answers are longer or say less.
    void prefer(int option) {
        try {
            LibC.setsockopt(descriptor, LibC.SOL_NETLINK, option, new int[] {1}, Integer.BYTES);
        } catch (LastErrorException e) {
            // Kernels before 4.20: lists are longer, refusals have no text.
            return;
        }
    }

    /// @param bytes for which there is room at most in what was not received yet
    void room(int bytes) throws NetlinkException {
        try {
            LibC.setsockopt(descriptor, LibC.SOL_SOCKET, LibC.SO_RCVBUF, new int[] {bytes}, Integer.BYTES);
        } catch (LastErrorException e) {
            throw failure("setsockopt", e);
        }
    }

    /// Sends one datagram.
    ///
    /// @param datagram a direct buffer at its start
    void send(ByteBuffer datagram) throws NetlinkException {
        while (true) {
            try {
                LibC.send(descriptor, datagram, datagram.remaining(), 0);
                return;
            } catch (LastErrorException e) {
                retry("send", e);
            }
        }
    }

    /// The next datagram of the kernel, without waiting; empty when there is none now.
    ///
    /// @return good until the next call
    /// @throws LostException when the kernel could not keep all it had to say
    Optional<ByteBuffer> receive() throws NetlinkException {
        while (true) {
            try {
                senderBytes[0] = ADDRESS_BYTES;
                var flags = LibC.MSG_DONTWAIT | LibC.MSG_TRUNC;
                var length = LibC.recvfrom(descriptor, buffer, LARGEST, flags, sender, senderBytes);
                if (length > LARGEST) {
                    throw new NetlinkException("an answer of " + length + " bytes");
                }
                if (isKernel()) {
                    return Optional.of(buffer.slice(0, Math.toIntExact(length)).order(ByteOrder.nativeOrder()));
                }
            } catch (LastErrorException e) {
                if (e.getErrorCode() == AGAIN) {
                    return Optional.empty();
                }
                if (e.getErrorCode() == OVERFLOW) {
                    throw new LostException();
                }
                retry("recvfrom", e);
            }
        }
    }

    /// Whether the last datagram came from port 0, which is the kernel, and not from a program.
    private boolean isKernel() {
        var address = ByteBuffer.wrap(sender).order(ByteOrder.nativeOrder());
        return senderBytes[0] == ADDRESS_BYTES && address.getInt(4) == 0;
    }

    /// Waits until there is something to receive.
    ///
    /// @param wake another descriptor that ends the waiting when it can be read; -1 for none
    /// @param millis at most; -1 for ever
    /// @return whether something happened in time
    boolean await(int wake, int millis) throws NetlinkException {
        polled.clear();
        polled.putInt(descriptor).putShort(LibC.POLLIN).putShort((short) 0);
        polled.putInt(wake).putShort(LibC.POLLIN).putShort((short) 0);
        polled.flip();
        while (true) {
            try {
                return LibC.poll(polled, wake < 0 ? 1 : 2, millis) > 0;
            } catch (LastErrorException e) {
                retry("poll", e);
            }
        }
    }

    private static void retry(String call, LastErrorException e) throws NetlinkException {
        if (e.getErrorCode() != INTERRUPTED) {
            throw failure(call, e);
        }
    }

    private static NetlinkException failure(String call, LastErrorException e) {
        return new NetlinkException(call + ": errno " + e.getErrorCode());
    }

    @Override
    public void close() {
        LibC.close(descriptor);
        memory.close();
    }

    /// The kernel had more to say than there was room for.
    static final class LostException extends NetlinkException {
        LostException() {
            super("more was said than there was room for");
        }
    }
}
