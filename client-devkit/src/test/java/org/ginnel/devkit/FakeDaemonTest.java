// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ginnel.account.ApiKey;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FakeDaemonTest {
    private static final Request CONNECT = new Request.Connect(new Target.Fastest(), true);

    @Test
    void connectingSlowly_takesOneStepAtATime() throws ControlException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly());
                var watching = ControlClient.connect(daemon.socket(), "test");
                var client = ControlClient.connect(daemon.socket(), "test")) {
            var seen = watch(watching);
            assertThat(seen.take().tunnel()).isInstanceOf(TunnelView.Disconnected.class);
            var answer = background(() -> call(client, CONNECT));
            assertThat(seen.take().tunnel()).isInstanceOf(TunnelView.Connecting.class);
            assertThat(answer).isNotDone();

            for (var phase : TunnelView.Phase.values()) {
                assertThat(daemon.snapshot().tunnel())
                        .isInstanceOfSatisfying(
                                TunnelView.Connecting.class,
                                c -> assertThat(c.phase()).isEqualTo(phase));
                assertThat(daemon.advance()).isTrue();
            }

            assertThat(daemon.advance()).isFalse();
            assertThat(answer.join()).isEqualTo(new Reply.Done(daemon.snapshot()));
            assertThat(daemon.snapshot().tunnel())
                    .isInstanceOfSatisfying(
                            TunnelView.Connected.class,
                            c -> assertThat(c.server().name()).isEqualTo("Frankfurt"));
        }
    }

    @Test
    void aNewerRequest_supersedesTheOneThatWaits() throws ControlException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly());
                var watching = ControlClient.connect(daemon.socket(), "test");
                var first = ControlClient.connect(daemon.socket(), "test");
                var second = ControlClient.connect(daemon.socket(), "test")) {
            var seen = watch(watching);
            seen.take();
            var waiting = background(() -> call(first, CONNECT));
            seen.take();

            call(second, new Request.Connect(new Target.Chosen("eu-west-1"), false));

            assertThat(waiting.join())
                    .isInstanceOfSatisfying(
                            Reply.Refused.class, r -> assertThat(r.cause()).isEqualTo(new ErrorCause.Superseded()));
        }
    }

    @Test
    void aPausedBlock_comesBackAsItWas_andItsTimeIsThatOfTheClock() throws ControlException {
        var clock = InstantSource.fixed(Servers.NOON.plusSeconds(60));
        var blocked = Scenario.blocked(new ErrorCause.DeviceLost("ginnel0"));
        try (var daemon = FakeDaemon.start(blocked, clock);
                var client = ControlClient.connect(daemon.socket(), "test")) {
            client.call(new Request.Pause(Duration.ofMinutes(10)));
            assertThat(daemon.snapshot().tunnel())
                    .isEqualTo(new TunnelView.Paused(Servers.NOON.plusSeconds(660), Optional.empty()));

            client.call(new Request.EndPause(true));
            assertThat(daemon.snapshot().tunnel()).isEqualTo(blocked.start().tunnel());
        }
    }

    @Test
    void lockdown_hidesTheAddress_andAPauseShowsIt() throws ControlException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var client = ControlClient.connect(daemon.socket(), "test")) {
            client.call(new Request.ChangeSettings(Settings.defaults().withLockdown(true)));
            assertThat(daemon.snapshot())
                    .isEqualTo(Snapshots.withRevision(
                            Scenario.locked().start(), daemon.snapshot().revision()));

            client.call(new Request.Pause(Duration.ofMinutes(10)));
            assertThat(daemon.snapshot().exitAddress()).contains(Snapshots.DIRECT_ADDRESS);
        }
    }

    @Test
    void connectingWhileOffline_endsDisconnectedWithTheReason() throws ControlException {
        var offline = new ErrorCause.Offline("api.vpn.example.com");
        try (var daemon = FakeDaemon.start(Scenario.offline());
                var client = ControlClient.connect(daemon.socket(), "test")) {
            assertThat(client.call(CONNECT)).isEqualTo(new Reply.Refused(offline, daemon.snapshot()));
            assertThat(daemon.snapshot().tunnel())
                    .isEqualTo(new TunnelView.Disconnected(java.util.Optional.of(offline)));
        }
    }

    @Test
    void connectingWithoutHandshake_endsBlocked() throws ControlException {
        var silent = new ErrorCause.NoHandshake("203.0.113.9:51820", Duration.ofSeconds(10));
        try (var daemon = FakeDaemon.start(Scenario.disconnected().failingToConnect(silent));
                var client = ControlClient.connect(daemon.socket(), "test")) {
            client.call(CONNECT);
            assertThat(daemon.snapshot().tunnel()).isEqualTo(new TunnelView.Blocked(silent, Servers.NOON, false));
        }
    }

    @Test
    void latencies_fillInOneByOne() throws ControlException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.latenciesFillingIn());
                var watching = ControlClient.connect(daemon.socket(), "test");
                var client = ControlClient.connect(daemon.socket(), "test")) {
            var seen = watch(watching);
            seen.take();
            var answer = background(() -> call(client, new Request.ListServers(false, true)));
            assertThat(seen.take().measuring()).isTrue();
            while (daemon.measureNext()) {}

            assertThat(((Reply.Servers) answer.join()).servers())
                    .hasSize(15)
                    .isEqualTo(Servers.measured(Servers.REFERENCE));
            assertThat(daemon.snapshot().measuring()).isFalse();
        }
    }

    @Test
    void aThousandServers_fitAFrame() throws ControlException {
        try (var daemon = FakeDaemon.start(Scenario.manyServers(1000));
                var client = ControlClient.connect(daemon.socket(), "test")) {
            assertThat(((Reply.Servers) client.call(new Request.ListServers(false, false))).servers())
                    .hasSize(1000);
        }
    }

    @Test
    void login_showsTheHintAndNotTheKey() throws ControlException {
        var key = ApiKey.parse("testuser_pro_a3562544513ab101").orElseThrow();
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var client = ControlClient.connect(daemon.socket(), "test")) {
            client.call(new Request.Login(key, "https://api.example"));

            assertThat(daemon.snapshot().account().orElseThrow().keyHint()).isEqualTo(key.hint());
            assertThat(daemon.requests().toString()).doesNotContain("a3562544513ab101");
        }
    }

    @Test
    void hangingUp_endsAWatch() throws ControlException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var client = ControlClient.connect(daemon.socket(), "test")) {
            var first = new LinkedBlockingQueue<Snapshot>();
            var ended = background(() -> {
                watchOn(client, first);
                return true;
            });
            first.take();
            daemon.hangUp();

            assertThat(ended).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDaemonThatHangsUpInsteadOfAnswering_isUnreachable() throws ControlException {
        try (var daemon = FakeDaemon.start(Scenario.connected().hangingUpOn(Request.GetStatus.class));
                var client = ControlClient.connect(daemon.socket(), "test")) {
            assertThatThrownBy(() -> client.call(new Request.GetStatus()))
                    .isInstanceOfSatisfying(
                            ControlException.class,
                            e -> assertThat(e.errorCause())
                                    .isEqualTo(new ErrorCause.DaemonUnreachable(
                                            daemon.socket().toString())));
        }
    }

    @Test
    void closing_leavesNothingBehind() {
        var daemon = FakeDaemon.start(Scenario.loggedOut());
        daemon.close();

        assertThat(Files.exists(daemon.socket().getParent())).isFalse();
    }

    private static <T> CompletableFuture<T> background(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static LinkedBlockingQueue<Snapshot> watch(ControlClient client) {
        var seen = new LinkedBlockingQueue<Snapshot>();
        Thread.ofVirtual().start(() -> watchOn(client, seen));
        return seen;
    }

    private static void watchOn(ControlClient client, LinkedBlockingQueue<Snapshot> seen) {
        try {
            client.watch(true, seen::add);
        } catch (ControlException _) {
            return;
        }
    }

    private static Reply call(ControlClient client, Request request) {
        try {
            return client.call(request);
        } catch (ControlException e) {
            throw new AssertionError(e);
        }
    }
}
