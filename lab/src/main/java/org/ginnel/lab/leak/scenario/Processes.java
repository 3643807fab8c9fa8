// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.ginnel.lab.LabException;
import org.ginnel.lab.jna.LibC;

/// Signals to processes of the lab.
public final class Processes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOK_MILLIS = 50;
    private static final int NO_SIGNAL = 0;
    private static final int ESRCH = 3;
    private static final int POLLFD_BYTES = 8;

    /// `kill -9`. Returns when they have ended, though their parents, who may be stopped, need not know it yet.
    ///
    /// @throws LabException when there are none: then nothing would be tested
    public static void kill(List<ProcessHandle> processes) {
        if (processes.isEmpty()) {
            throw new LabException("there is no process to kill");
        }
        processes.forEach(process -> end(process, LibC.SIGKILL, _ -> false));
    }

    /// As the service manager ends a service (SIGTERM). Returns when they have ended.
    static void terminate(List<ProcessHandle> processes) {
        processes.forEach(process -> end(process, LibC.SIGTERM, _ -> false));
    }

    /// They stand still until [#resume(List)].
    static void stop(List<ProcessHandle> processes) {
        processes.forEach(process -> send(process, LibC.SIGSTOP));
    }

    static void resume(List<ProcessHandle> processes) {
        processes.forEach(process -> send(process, LibC.SIGCONT));
    }

    /// Returns when they have ended by themselves, or have become what may go on.
    public static void awaitEnd(List<ProcessHandle> processes, Predicate<ProcessHandle> mayGoOn) {
        processes.forEach(process -> end(process, NO_SIGNAL, mayGoOn));
    }

    private static void end(ProcessHandle process, int signal, Predicate<ProcessHandle> mayGoOn) {
        try {
            var descriptor = Math.toIntExact(LibC.syscall(LibC.SYS_PIDFD_OPEN, process.pid(), 0));
            try {
                send(process, signal);
                var deadline = System.nanoTime() + PATIENCE.toNanos();
                while (!isReadable(descriptor) && !mayGoOn.test(process)) {
                    if (System.nanoTime() > deadline) {
                        throw new LabException("a process did not end in 10 seconds: "
                                + process.info().command().orElse("its name is not told"));
                    }
                }
            } finally {
                LibC.close(descriptor);
            }
        } catch (LastErrorException e) {
            if (e.getErrorCode() != ESRCH) {
                throw new LabException("cannot end process " + process.pid(), e);
            }
        }
    }

    /// A process's descriptor is readable from its end on, pidfd_open(2). Waits a little for it.
    private static boolean isReadable(int descriptor) {
        try (var polled = new Memory(POLLFD_BYTES)) {
            polled.setInt(0, descriptor);
            polled.setShort(4, LibC.POLLIN);
            polled.setShort(6, (short) 0);
            return LibC.poll(Pointer.nativeValue(polled), 1, LOOK_MILLIS) != 0;
        }
    }

    /// One that has ended meanwhile needs no signal.
    private static void send(ProcessHandle process, int signal) {
        try {
            LibC.kill(Math.toIntExact(process.pid()), signal);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != ESRCH) {
                throw new LabException("cannot send signal " + signal + " to process " + process.pid(), e);
            }
        }
    }

    private Processes() {}
}
