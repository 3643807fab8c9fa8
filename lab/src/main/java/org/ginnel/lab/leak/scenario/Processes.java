// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.List;
import org.ginnel.lab.LabException;
import org.ginnel.lab.jna.LibC;

/// Signals to processes of the lab.
public final class Processes {
    private static final int PATIENCE_MILLIS = 10_000;
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
        processes.forEach(process -> end(process, LibC.SIGKILL));
    }

    /// As the service manager ends a service (SIGTERM). Returns when they have ended.
    static void terminate(List<ProcessHandle> processes) {
        processes.forEach(process -> end(process, LibC.SIGTERM));
    }

    /// They stand still until [#resume(List)].
    static void stop(List<ProcessHandle> processes) {
        processes.forEach(process -> send(process, LibC.SIGSTOP));
    }

    static void resume(List<ProcessHandle> processes) {
        processes.forEach(process -> send(process, LibC.SIGCONT));
    }

    /// Returns when they have ended by themselves.
    public static void awaitEnd(List<ProcessHandle> processes) {
        processes.forEach(process -> end(process, NO_SIGNAL));
    }

    private static void end(ProcessHandle process, int signal) {
        try {
            var descriptor = Math.toIntExact(LibC.syscall(LibC.SYS_PIDFD_OPEN, process.pid(), 0));
            try {
                send(process, signal);
                awaitReadable(descriptor);
            } finally {
                LibC.close(descriptor);
            }
        } catch (LastErrorException e) {
            if (e.getErrorCode() != ESRCH) {
                throw new LabException("cannot end process " + process.pid(), e);
            }
        }
    }

    /// A process's descriptor is readable from its end on, pidfd_open(2).
    private static void awaitReadable(int descriptor) {
        try (var polled = new Memory(POLLFD_BYTES)) {
            polled.setInt(0, descriptor);
            polled.setShort(4, LibC.POLLIN);
            polled.setShort(6, (short) 0);
            if (LibC.poll(Pointer.nativeValue(polled), 1, PATIENCE_MILLIS) == 0) {
                throw new LabException("a process did not end in 10 seconds");
            }
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
