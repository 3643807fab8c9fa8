// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.daemon.windows.Layouts;
import org.ginnel.daemon.windows.watch.PowerEvents;
import org.ginnel.daemon.windows.watch.Woken;
import org.junit.jupiter.api.Test;

/// A service under a manager that says one thing after the other.
class ServiceLoopTest {
    private final Layouts layouts = Layouts.read();
    private final List<String> journal = new ArrayList<>();
    private final AtomicInteger woken = new AtomicInteger();
    private final PowerEvents power = new PowerEvents();

    /// The manager: says something when the service runs.
    private class Manager implements ServiceControl {
        private final List<int[]> says;
        private final List<Integer> answers = new ArrayList<>();
        private Handler handler = (_, _) -> -1;

        Manager(int[]... says) {
            this.says = List.of(says);
        }

        @Override
        public int dispatch(String name, Runnable main) {
            journal.add("dispatch " + name);
            main.run();
            return 0;
        }

        @Override
        public long register(String name, Handler heard) {
            handler = heard;
            return 7;
        }

        @Override
        public void report(long service, byte[] status) {
            var state = ByteBuffer.wrap(status).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
            journal.add(service + " is " + state);
            if (state == ServiceStatus.State.RUNNING.number) {
                says.forEach(said -> answers.add(handler.handle(said[0], said[1])));
            }
        }
    }

    private ServiceLoop loop(ServiceControl manager, ServiceLoop.Program program) {
        Woken.by(power, woken::incrementAndGet);
        return new ServiceLoop(manager, "ginneld", program, power);
    }

    private ServiceLoop.Running start() {
        journal.add("start");
        return () -> journal.add("close");
    }

    @Test
    void run_tellsEachState_andClosesBeforeItSaysStopped() throws IOException {
        loop(new Manager(new int[] {ServiceLoop.STOP, 0}), this::start).run();
        assertThat(journal)
                .containsExactly("dispatch ginneld", "7 is 2", "start", "7 is 4", "7 is 3", "close", "7 is 1");
    }

    @Test
    void shutdown_closesAsWell() throws IOException {
        loop(new Manager(new int[] {ServiceLoop.SHUTDOWN, 0}), this::start).run();
        assertThat(journal).endsWith("close", "7 is 1");
    }

    @Test
    void aStartThatFails_isToldAsOurOwnFailure_andNothingIsClosed() throws IOException {
        List<byte[]> told = new ArrayList<>();
        var manager = new Manager() {
            @Override
            public void report(long service, byte[] status) {
                told.add(status);
            }
        };
        loop(manager, () -> {
                    throw new IOException("the pipe is somebody else's");
                })
                .run();
        var last = ByteBuffer.wrap(told.getLast()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(last.getInt(4)).isEqualTo(1);
        assertThat((long) last.getInt(12)).isEqualTo(layouts.value("ERROR_SERVICE_SPECIFIC_ERROR"));
        assertThat(last.getInt(16)).isEqualTo(1);
    }

    @Test
    void aStartThatBreaks_isToldAsAFailure_too() {
        var manager = new Manager();
        assertThatThrownBy(() -> loop(manager, () -> {
                            throw new IllegalStateException("a mistake of ours");
                        })
                        .run())
                .isInstanceOf(IllegalStateException.class);
        assertThat(journal).endsWith("7 is 2", "7 is 1");
    }

    @Test
    void aDaemonThatCannotBeClosed_isToldAsAFailure() throws IOException {
        List<byte[]> told = new ArrayList<>();
        var manager = new Manager(new int[] {ServiceLoop.STOP, 0}) {
            @Override
            public void report(long service, byte[] status) {
                told.add(status);
                super.report(service, status);
            }
        };
        loop(manager, () -> () -> {
                    throw new IOException("the state cannot be written");
                })
                .run();
        var last = ByteBuffer.wrap(told.getLast()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(field(last, "dwCurrentState")).isEqualTo(1);
        assertThat(field(last, "dwServiceSpecificExitCode")).isEqualTo(1);
    }

    @Test
    void wakingAndASetClock_areTold_andOtherPowerEventsAreNot() throws IOException {
        var suspending = 4;
        var manager = new Manager(
                new int[] {ServiceLoop.POWER, suspending},
                new int[] {ServiceLoop.POWER, ServiceLoop.AWAKE},
                new int[] {ServiceLoop.TIME_CHANGED, 0},
                new int[] {ServiceLoop.INTERROGATE, 0},
                new int[] {200, 0},
                new int[] {ServiceLoop.STOP, 0});
        loop(manager, this::start).run();
        assertThat(woken).hasValue(2);
        assertThat(manager.answers).containsExactly(0, 0, 0, 0, ServiceLoop.ERROR_CALL_NOT_IMPLEMENTED, 0);
    }

    @Test
    void withoutAManager_saysHowItIsStarted() {
        var alone = new Manager() {
            @Override
            public int dispatch(String name, Runnable main) {
                return 1063;
            }
        };
        assertThatThrownBy(() -> loop(alone, this::start).run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sc start ginneld");
        assertThat(journal).isEmpty();
    }

    @Test
    void status_isLaidOutAsTheCompilerLaysItOut() {
        var running = ByteBuffer.wrap(ServiceStatus.running().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(running.capacity()).isEqualTo(layouts.size("SERVICE_STATUS"));
        assertThat((long) field(running, "dwServiceType")).isEqualTo(layouts.value("SERVICE_WIN32_OWN_PROCESS"));
        assertThat((long) field(running, "dwCurrentState")).isEqualTo(layouts.value("SERVICE_RUNNING"));
        assertThat((long) field(running, "dwControlsAccepted"))
                .isEqualTo(layouts.value("SERVICE_ACCEPT_STOP")
                        | layouts.value("SERVICE_ACCEPT_SHUTDOWN")
                        | layouts.value("SERVICE_ACCEPT_POWEREVENT")
                        | layouts.value("SERVICE_ACCEPT_TIMECHANGE"));
        var stopping = ByteBuffer.wrap(ServiceStatus.stopping().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(field(stopping, "dwWaitHint")).isEqualTo(10_000);
        assertThat(field(stopping, "dwControlsAccepted")).isZero();
        assertThat((long) ServiceStatus.State.STOPPED.number).isEqualTo(layouts.value("SERVICE_STOPPED"));
        assertThat((long) ServiceStatus.State.START_PENDING.number).isEqualTo(layouts.value("SERVICE_START_PENDING"));
        assertThat((long) ServiceStatus.State.STOP_PENDING.number).isEqualTo(layouts.value("SERVICE_STOP_PENDING"));
    }

    @Test
    void controls_areTheNumbersOfWindows() {
        assertThat((long) ServiceLoop.STOP).isEqualTo(layouts.value("SERVICE_CONTROL_STOP"));
        assertThat((long) ServiceLoop.INTERROGATE).isEqualTo(layouts.value("SERVICE_CONTROL_INTERROGATE"));
        assertThat((long) ServiceLoop.SHUTDOWN).isEqualTo(layouts.value("SERVICE_CONTROL_SHUTDOWN"));
        assertThat((long) ServiceLoop.POWER).isEqualTo(layouts.value("SERVICE_CONTROL_POWEREVENT"));
        assertThat((long) ServiceLoop.TIME_CHANGED).isEqualTo(layouts.value("SERVICE_CONTROL_TIMECHANGE"));
        assertThat((long) ServiceLoop.AWAKE).isEqualTo(layouts.value("PBT_APMRESUMEAUTOMATIC"));
    }

    @Test
    void aFolder_isTakenFromTheSystemAdministratorsAndUs_only() {
        var us = "S-1-5-21-1-2-3-1001";
        assertThat(PrivateFolder.mayOwn("S-1-5-18", us)).isTrue();
        assertThat(PrivateFolder.mayOwn("S-1-5-32-544", us)).isTrue();
        assertThat(PrivateFolder.mayOwn(us, us)).isTrue();
        assertThat(PrivateFolder.mayOwn("S-1-5-21-1-2-3-1002", us)).isFalse();
    }

    private int field(ByteBuffer status, String name) {
        return status.getInt(layouts.field("SERVICE_STATUS", name).offset());
    }
}
