// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.ginnel.lab.LabException;
import org.ginnel.lab.jna.LibC;
import org.ginnel.lab.machine.Machine;

/// Hears every frame that comes in at an interface of a machine, and can put frames of its own onto the cable.
/// For one thread that hears; any may send.
public final class Wiretap implements AutoCloseable {
    private static final int EAGAIN = 11;
    private static final int BUFFER_BYTES = 32 << 20;
    private static final int MAX_FRAME = 65_535;
    private static final int POLLFD_BYTES = 8;
    private static final int TIMESPEC_BYTES = 16;

    private final KernelSocket socket;
    private final byte[] hardwareAddress;
    private final Memory frame = new Memory(MAX_FRAME);
    private final Memory polled = new Memory(POLLFD_BYTES);

    private Wiretap(KernelSocket socket, byte[] hardwareAddress) {
        this.socket = socket;
        this.hardwareAddress = hardwareAddress.clone();
        polled.setInt(0, socket.descriptor());
        polled.setShort(4, LibC.POLLIN);
        polled.setShort(6, (short) 0);
    }

    /// Hears from now on what comes in at `device`.
    public static Wiretap on(Machine machine, String device) throws IOException {
        return machine.inNetwork(() -> {
            var at = NetworkInterface.getByName(device);
            if (at == null) {
                throw new LabException(machine.name() + " has no " + device);
            }
            var socket = KernelSocket.open(LibC.AF_PACKET, LibC.SOCK_RAW, 0)
                    .withBuffer(BUFFER_BYTES)
                    .option(LibC.SOL_PACKET, LibC.PACKET_IGNORE_OUTGOING, 1)
                    .bind(SocketAddress.ofInterface(at.getIndex()));
            return new Wiretap(socket, at.getHardwareAddress());
        });
    }

    /// The address of the interface on its cable.
    public byte[] hardwareAddress() {
        return hardwareAddress.clone();
    }

    /// The next frame, as soon as there is one; empty when none came for `patienceMillis`.
    public Optional<Heard> next(int patienceMillis) {
        var heard = read();
        if (heard.isPresent()) {
            return heard;
        }
        LibC.poll(Pointer.nativeValue(polled), 1, patienceMillis);
        return read();
    }

    private Optional<Heard> read() {
        try {
            var length = LibC.read(socket.descriptor(), Pointer.nativeValue(frame), MAX_FRAME);
            return Optional.of(new Heard(when(), ByteBuffer.wrap(frame.getByteArray(0, Math.toIntExact(length)))));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EAGAIN) {
                return Optional.empty();
            }
            throw new LabException("a wiretap of the lab broke", e);
        }
    }

    /// Of the frame that was read last. The kernel keeps it from the first question on, and answers that with now.
    private long when() {
        var time = new byte[TIMESPEC_BYTES];
        LibC.ioctl(socket.descriptor(), LibC.SIOCGSTAMPNS, time);
        var words = ByteBuffer.wrap(time).order(ByteOrder.nativeOrder());
        return words.getLong() * 1_000_000_000 + words.getLong();
    }

    /// Puts a frame onto the cable, as it is.
    public void send(byte[] bytes) {
        LibC.send(socket.descriptor(), bytes, bytes.length, 0);
    }

    @Override
    public void close() {
        socket.close();
    }
}
