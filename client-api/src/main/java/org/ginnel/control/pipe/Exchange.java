// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control.pipe;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.ginnel.control.pipe.Kernel32.Answer;

/// What goes on in one direction of a pipe, one thing after the other, each ended early by the pipe's closing.
/// Any thread.
final class Exchange {
    /// So much goes at once.
    static final int ROOM = 65_536;

    private static final int ERROR_IO_PENDING = 997;

    /// `OVERLAPPED`, and where its event is (`windows-control-layouts.c`).
    private static final int OVERLAPPED = 32;
    private static final int EVENT = 24;

    /// Windows refused.
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
        private final int error;

        RefusedException(String what, int error) {
            super("%s: error %d of Windows".formatted(what, error));
            this.error = error;
        }

        int error() {
            return error;
        }
    }

    /// Begins something.
    interface Start {
        Answer with(MemorySegment buffer, MemorySegment overlapped);
    }

    private final long file;
    private final Arena arena = Arena.ofShared();
    private final long event;
    private final MemorySegment overlapped = arena.allocate(OVERLAPPED, JAVA_LONG.byteAlignment());
    private final MemorySegment buffer = arena.allocate(ROOM);
    private final MemorySegment moved = arena.allocate(JAVA_INT);
    private final MemorySegment awaited = arena.allocate(JAVA_LONG, 2);

    /// @param closing an event that ends everything
    Exchange(long file, long closing) throws IOException {
        this.file = file;
        this.event = event();
        overlapped.set(JAVA_LONG, EVENT, event);
        awaited.setAtIndex(JAVA_LONG, 0, event);
        awaited.setAtIndex(JAVA_LONG, 1, closing);
    }

    static long event() throws IOException {
        var made = Kernel32.createEvent();
        if (!made.isTrue()) {
            throw new RefusedException("CreateEventW", made.error());
        }
        return made.value();
    }

    synchronized int read(byte[] into, int from, int count) throws IOException {
        var got = await("ReadFile", (to, with) -> Kernel32.readFile(file, to, Math.min(count, ROOM), with));
        MemorySegment.copy(buffer, JAVA_BYTE, 0, into, from, got);
        return got;
    }

    /// Writes what there is room for.
    ///
    /// @return how many were taken, which may be fewer
    synchronized int write(byte[] of, int from, int count) throws IOException {
        var room = Math.min(count, ROOM);
        MemorySegment.copy(of, from, buffer, JAVA_BYTE, 0, room);
        return await("WriteFile", (bytes, with) -> Kernel32.writeFile(file, bytes, room, with));
    }

    /// Begins it and waits for its end, or for the pipe's closing, which cancels it: what was begun is over in any
    /// case when this returns, so nobody writes into memory that is somebody else's by then.
    ///
    /// @return how many bytes went
    synchronized int await(String what, Start start) throws IOException {
        Kernel32.resetEvent(event);
        var begun = start.with(buffer, overlapped);
        if (!begun.isTrue() && begun.error() != ERROR_IO_PENDING) {
            throw new RefusedException(what, begun.error());
        }
        if (!begun.isTrue() && Kernel32.waitForOne(2, awaited).value() != 0) {
            Kernel32.cancelIo(file, overlapped);
        }
        var ended = Kernel32.getOverlappedResult(file, overlapped, moved);
        if (!ended.isTrue()) {
            throw new RefusedException(what, ended.error());
        }
        return moved.get(JAVA_INT, 0);
    }

    /// Gives its memory back; nothing may be under way.
    void free() {
        Kernel32.closeHandle(event);
        arena.close();
    }
}
