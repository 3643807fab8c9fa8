// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control.pipe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The functions of `kernel32.dll` that a pipe needs, one to one; no logic. Handles are numbers. Loading the class
/// loads the library, which every process of Windows has.
@SuppressWarnings("restricted") // the launchers allow it
final class Kernel32 {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY =
            SymbolLookup.libraryLookup(System.mapLibraryName("kernel32"), Arena.global());
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    /// Where there is no Windows, Wine's number is handed on as `errno` (`bin/wine-test`).
    private static final String ERROR_NAME = STATE.select(PathElement.groupElement(0))
                    .name()
                    .filter("GetLastError"::equals)
                    .isPresent()
            ? "GetLastError"
            : "errno";

    private static final VarHandle ERROR = STATE.varHandle(PathElement.groupElement(ERROR_NAME));

    private static final MethodHandle CREATE_FILE = function(
            "CreateFileW",
            FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG));
    private static final MethodHandle CREATE_NAMED_PIPE = function(
            "CreateNamedPipeW",
            FunctionDescriptor.of(
                    JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle WAIT_NAMED_PIPE =
            function("WaitNamedPipeW", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CONNECT_NAMED_PIPE =
            function("ConnectNamedPipe", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
    private static final MethodHandle READ_FILE =
            function("ReadFile", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle WRITE_FILE =
            function("WriteFile", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle GET_OVERLAPPED_RESULT =
            function("GetOverlappedResult", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle CANCEL_IO =
            function("CancelIoEx", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
    private static final MethodHandle CREATE_EVENT =
            function("CreateEventW", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle SET_EVENT = function("SetEvent", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle RESET_EVENT = function("ResetEvent", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle WAIT =
            function("WaitForMultipleObjects", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle CLOSE_HANDLE =
            function("CloseHandle", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));

    private Kernel32() {}

    /// What a function returned, and what `GetLastError` said behind it.
    record Answer(long value, int error) {
        boolean isTrue() {
            return value != 0;
        }
    }

    private interface Call {
        long with(MemorySegment state) throws Throwable;
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), descriptor, Linker.Option.captureCallState(ERROR_NAME));
    }

    private static Answer ask(Call call) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var value = call.with(state);
            return new Answer(value, (int) ERROR.get(state, 0L));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a function of C throws nothing", e);
        }
    }

    static Answer createFile(MemorySegment name, int access, int flags) {
        return ask(state ->
                (long) CREATE_FILE.invokeExact(state, name, access, 0, MemorySegment.NULL, OPEN_EXISTING, flags, 0L));
    }

    static Answer createNamedPipe(
            MemorySegment name, int openMode, int pipeMode, int instances, int buffer, MemorySegment attributes) {
        return ask(state -> (long) CREATE_NAMED_PIPE.invokeExact(
                state, name, openMode, pipeMode, instances, buffer, buffer, 0, attributes));
    }

    static Answer waitNamedPipe(MemorySegment name, int millis) {
        return ask(state -> (int) WAIT_NAMED_PIPE.invokeExact(state, name, millis));
    }

    static Answer connectNamedPipe(long pipe, MemorySegment overlapped) {
        return ask(state -> (int) CONNECT_NAMED_PIPE.invokeExact(state, pipe, overlapped));
    }

    static Answer readFile(long file, MemorySegment into, int count, MemorySegment overlapped) {
        return ask(state -> (int) READ_FILE.invokeExact(state, file, into, count, MemorySegment.NULL, overlapped));
    }

    static Answer writeFile(long file, MemorySegment of, int count, MemorySegment overlapped) {
        return ask(state -> (int) WRITE_FILE.invokeExact(state, file, of, count, MemorySegment.NULL, overlapped));
    }

    static Answer getOverlappedResult(long file, MemorySegment overlapped, MemorySegment moved) {
        return ask(state -> (int) GET_OVERLAPPED_RESULT.invokeExact(state, file, overlapped, moved, 1));
    }

    static Answer cancelIo(long file, MemorySegment overlapped) {
        return ask(state -> (int) CANCEL_IO.invokeExact(state, file, overlapped));
    }

    /// One that stays set until it is reset.
    static Answer createEvent() {
        return ask(state -> (long) CREATE_EVENT.invokeExact(state, MemorySegment.NULL, 1, 0, MemorySegment.NULL));
    }

    static Answer setEvent(long event) {
        return ask(state -> (int) SET_EVENT.invokeExact(state, event));
    }

    static Answer resetEvent(long event) {
        return ask(state -> (int) RESET_EVENT.invokeExact(state, event));
    }

    /// Waits for one of them, however long it takes.
    static Answer waitForOne(int count, MemorySegment handles) {
        return ask(state -> (int) WAIT.invokeExact(state, count, handles, 0, INFINITE));
    }

    static Answer closeHandle(long handle) {
        return ask(state -> (int) CLOSE_HANDLE.invokeExact(state, handle));
    }

    private static final int OPEN_EXISTING = 3;
    private static final int INFINITE = -1;
}
