// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control.pipe;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.ginnel.control.pipe.Exchange.RefusedException;
import org.ginnel.control.stream.CallStreams;
import org.ginnel.control.stream.CountedUse;

/// One end of a named pipe, as bytes in both directions at once. [#close()] may be called from any thread and ends
/// what waits. Waiting holds a thread of the system, so it belongs on one of its own.
public final class PipeEnd implements AutoCloseable {
    /// What a caller asks for: `FILE_GENERIC_READ | FILE_GENERIC_WRITE` without `FILE_CREATE_PIPE_INSTANCE`. Who
    /// asks for `GENERIC_WRITE` asks for that as well, and is refused.
    public static final int SPEAK = 0x0012_019b;

    /// `FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION`: the other side may see who we are,
    /// and do nothing in our name. Tracked statically, so it may see that before it reads anything.
    private static final int AS_CALLER = 0x4000_0000 | 0x0010_0000 | 0x0001_0000;

    private static final long INVALID_HANDLE = -1;
    private static final int ERROR_BROKEN_PIPE = 109;
    private static final int ERROR_PIPE_BUSY = 231;
    private static final int ERROR_NO_DATA = 232;
    private static final int ERROR_PIPE_NOT_CONNECTED = 233;
    private static final int ERROR_PIPE_CONNECTED = 535;
    private static final int INSTANCES = 255;

    /// `SECURITY_ATTRIBUTES`, and where its descriptor is.
    private static final int ATTRIBUTES = 24;

    private static final int DESCRIPTOR = 8;

    private final long handle;
    private final long closing;
    private final Exchange reading;
    private final Exchange writing;
    private final CountedUse use;

    private PipeEnd(long handle) throws IOException {
        this.handle = handle;
        this.closing = Exchange.event();
        this.reading = new Exchange(handle, closing);
        this.writing = new Exchange(handle, closing);
        this.use = new CountedUse(() -> Kernel32.setEvent(closing), this::release);
    }

    /// A caller's end. Where all of the listener's are taken it waits for one.
    ///
    /// @param name such as `\\.\pipe\NAME`
    /// @param limit to wait, to the millisecond
    /// @throws IOException when nobody listens there, or we may not speak
    public static PipeEnd open(String name, Duration limit) throws IOException {
        var deadline = System.nanoTime() + limit.toNanos();
        try (var arena = Arena.ofConfined()) {
            var wide = arena.allocateFrom(name, StandardCharsets.UTF_16LE);
            while (true) {
                var opened = Kernel32.createFile(wide, SPEAK, AS_CALLER);
                if (opened.value() != INVALID_HANDLE) {
                    return new PipeEnd(opened.value());
                }
                var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (opened.error() != ERROR_PIPE_BUSY || left <= 0) {
                    throw new RefusedException("CreateFileW", opened.error());
                }
                Kernel32.waitNamedPipe(wide, Math.toIntExact(left));
            }
        }
    }

    /// A listener's end, which waits for nobody yet.
    ///
    /// @param openMode with `FILE_FLAG_OVERLAPPED`
    /// @param descriptor a security descriptor of one piece
    /// @throws IOException when the name is somebody else's
    public static PipeEnd create(String name, int openMode, int pipeMode, byte[] descriptor) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var security = arena.allocate(descriptor.length, Long.BYTES);
            security.copyFrom(MemorySegment.ofArray(descriptor));
            var attributes = arena.allocate(ATTRIBUTES, Long.BYTES);
            attributes.set(JAVA_INT, 0, ATTRIBUTES);
            attributes.set(JAVA_LONG, DESCRIPTOR, security.address());
            var made = Kernel32.createNamedPipe(
                    arena.allocateFrom(name, StandardCharsets.UTF_16LE),
                    openMode,
                    pipeMode,
                    INSTANCES,
                    Exchange.ROOM,
                    attributes);
            if (made.value() == INVALID_HANDLE) {
                throw new RefusedException("CreateNamedPipeW", made.error());
            }
            return new PipeEnd(made.value());
        }
    }

    /// Waits for a caller at a listener's end; also one that has gone again counts.
    ///
    /// @throws IOException when it was closed meanwhile
    public void awaitCaller() throws IOException {
        use.enter();
        try {
            reading.await("ConnectNamedPipe", (_, overlapped) -> Kernel32.connectNamedPipe(handle, overlapped));
        } catch (RefusedException e) {
            if (e.error() != ERROR_PIPE_CONNECTED && e.error() != ERROR_NO_DATA) {
                throw e;
            }
        } finally {
            use.leave();
        }
    }

    /// Does something with the handle, which stays what it is meanwhile.
    ///
    /// @throws IOException when it was closed
    public <T> T withHandle(HandleUse<T> action) throws IOException {
        use.enter();
        try {
            return action.with(handle);
        } finally {
            use.leave();
        }
    }

    /// What is done with a handle.
    ///
    /// @param <T> what comes of it
    public interface HandleUse<T> {
        T with(long handle) throws IOException;
    }

    /// What the other side was told before it can still read. Does nothing the second time.
    @Override
    public void close() {
        use.close();
    }

    private void release() {
        reading.free();
        writing.free();
        Kernel32.closeHandle(closing);
        Kernel32.closeHandle(handle);
    }

    private int read(byte[] into, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, into.length);
        use.enter();
        try {
            var got = 0;
            while (got == 0 && count > 0) { // somebody may write nothing
                got = reading.read(into, from, count);
            }
            return got;
        } catch (RefusedException e) {
            if (e.error() == ERROR_BROKEN_PIPE || e.error() == ERROR_PIPE_NOT_CONNECTED) {
                return -1;
            }
            throw e;
        } finally {
            use.leave();
        }
    }

    private void write(byte[] of, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, of.length);
        use.enter();
        try {
            for (var put = 0; put < count; ) {
                put += writing.write(of, from + put, count - put);
            }
        } finally {
            use.leave();
        }
    }

    /// Reads what comes.
    public InputStream in() {
        return CallStreams.in(this::read);
    }

    /// Sends at once.
    public OutputStream out() {
        return CallStreams.out(this::write);
    }
}
