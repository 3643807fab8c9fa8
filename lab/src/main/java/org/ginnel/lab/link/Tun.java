// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.link;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ginnel.lab.LabException;
import org.ginnel.lab.jna.LibC;
import org.ginnel.lab.machine.Machine;

/// A TUN device in a machine: whole IP packets in and out. One thread may read while another writes.
final class Tun implements AutoCloseable {
    private static final int EAGAIN = 11;
    private static final int MAX_PACKET = 65_535;
    private static final int IFREQ_BYTES = 40;
    private static final int POLLFD_BYTES = 8;

    private final int device;
    private final int wake;
    private final Memory packet = new Memory(MAX_PACKET);
    private final Memory polled = new Memory(2 * POLLFD_BYTES);
    private final AtomicBoolean closed = new AtomicBoolean();

    private Tun(int device, int wake) {
        this.device = device;
        this.wake = wake;
        pollFor(0, device);
        pollFor(1, wake);
    }

    /// Makes the device, which disappears with [#close()].
    static Tun open(Machine machine, String name) throws IOException {
        return machine.inNetwork(() -> {
            var device = LibC.open("/dev/net/tun", LibC.O_RDWR | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
            var request = ByteBuffer.allocate(IFREQ_BYTES).order(ByteOrder.nativeOrder());
            request.put(name.getBytes(StandardCharsets.US_ASCII));
            request.putShort(16, (short) (LibC.IFF_TUN | LibC.IFF_NO_PI));
            LibC.ioctl(device, LibC.TUNSETIFF, request.array());
            return new Tun(device, LibC.eventfd(0, LibC.O_NONBLOCK | LibC.O_CLOEXEC));
        });
    }

    private void pollFor(int slot, int descriptor) {
        polled.setInt((long) slot * POLLFD_BYTES, descriptor);
        polled.setShort((long) slot * POLLFD_BYTES + 4, LibC.POLLIN);
        polled.setShort((long) slot * POLLFD_BYTES + 6, (short) 0);
    }

    /// The next packet, as soon as there is one; empty once [#hangUp()] was called.
    Optional<byte[]> read() {
        while (!closed.get()) {
            try {
                var length = LibC.read(device, address(packet), MAX_PACKET);
                return Optional.of(packet.getByteArray(0, Math.toIntExact(length)));
            } catch (LastErrorException e) {
                if (e.getErrorCode() != EAGAIN) {
                    throw new LabException("a link of the lab broke while reading", e);
                }
            }
            LibC.poll(address(polled), 2, -1);
        }
        return Optional.empty();
    }

    /// Sends a packet out of the device; false when the device is down or full and the packet therefore lost.
    boolean write(byte[] bytes) {
        try {
            return LibC.write(device, bytes, bytes.length) == bytes.length;
        } catch (LastErrorException e) {
            return false;
        }
    }

    /// Ends a [#read()] that is waiting.
    void hangUp() {
        if (closed.compareAndSet(false, true)) {
            LibC.write(
                    wake,
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.nativeOrder())
                            .putLong(1)
                            .array(),
                    8);
        }
    }

    private static long address(Memory memory) {
        return com.sun.jna.Pointer.nativeValue(memory);
    }

    /// Removes the device. Nobody may be reading or writing any more.
    @Override
    public void close() {
        hangUp();
        LibC.close(device);
        LibC.close(wake);
    }
}
