// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.ginnel.daemon.windows.watch.PowerEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a program as a service: starts it when the manager says so, tells how it is, and closes it on stop and on
/// shutdown.
public final class ServiceLoop {
    /// A program that runs.
    public interface Running extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /// What starts it.
    public interface Program {
        Running start() throws IOException;
    }

    static final int STOP = 1;
    static final int INTERROGATE = 4;
    static final int SHUTDOWN = 5;
    static final int POWER = 0xd;
    static final int TIME_CHANGED = 0x10;

    /// `PBT_APMRESUMEAUTOMATIC`: comes at every waking, `PBT_APMRESUMESUSPEND` only when somebody is there.
    static final int AWAKE = 0x12;

    static final int ERROR_CALL_NOT_IMPLEMENTED = 120;
    private static final int ERROR_FAILED_SERVICE_CONTROLLER_CONNECT = 1063;
    private static final int FAILED = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ServiceLoop.class);

    private final ServiceControl control;
    private final String name;
    private final Program program;
    private final PowerEvents power;
    private final CountDownLatch enough = new CountDownLatch(1);

    /// @param power told of waking and of a set clock
    public ServiceLoop(ServiceControl control, String name, Program program, PowerEvents power) {
        this.control = control;
        this.name = name;
        this.program = program;
        this.power = power;
    }

    /// Returns when the service is over.
    ///
    /// @throws IOException when it was not the service control manager that started us
    public void run() throws IOException {
        var code = control.dispatch(name, this::serve);
        if (code == ERROR_FAILED_SERVICE_CONTROLLER_CONNECT) {
            throw new IOException("--service is for Windows' service control manager: sc start " + name);
        }
        if (code != 0) {
            throw new IOException("StartServiceCtrlDispatcherW: error %d of Windows".formatted(code));
        }
    }

    private void serve() {
        var service = control.register(name, this::handle);
        if (service == 0) {
            LOG.error("the service control manager does not take our handler");
            return;
        }
        control.report(service, ServiceStatus.starting().bytes());
        var failure = FAILED;
        try {
            try (var _ = program.start()) {
                control.report(service, ServiceStatus.running().bytes());
                enough.await();
                control.report(service, ServiceStatus.stopping().bytes());
            }
            failure = 0;
        } catch (IOException e) {
            LOG.error("ginneld: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Whatever happened: a manager that is told nothing waits, and starts nobody again.
            control.report(service, ServiceStatus.stopped(failure).bytes());
        }
    }

    /// Hears the manager. Whoever does not answer it in time holds up the machine.
    private int handle(int control, int event) {
        return switch (control) {
            case STOP, SHUTDOWN -> {
                enough.countDown();
                yield 0;
            }
            case POWER -> {
                if (event == AWAKE) {
                    power.happened();
                }
                yield 0;
            }
            case TIME_CHANGED -> {
                power.happened();
                yield 0;
            }
            case INTERROGATE -> 0;
            default -> ERROR_CALL_NOT_IMPLEMENTED;
        };
    }
}
