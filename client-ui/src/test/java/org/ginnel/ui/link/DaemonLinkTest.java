// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Traffic;
import org.ginnel.ui.FakeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DaemonLinkTest {
    private final FakeTime time = new FakeTime();
    private final BlockingQueue<LinkState> states = new LinkedBlockingQueue<>();

    @Test
    void aDaemonThatAnswers_isLive_andItsChangesArrive() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var link = link(daemon.socket())) {
            link.tryNow();
            assertThat(next()).isEqualTo(new LinkState.Live(daemon.snapshot(), "fake ginneld", true, true));

            daemon.change(snapshot -> Snapshots.connected(Servers.byId("eu-west-1")));
            assertThat(next()).isEqualTo(new LinkState.Live(daemon.snapshot(), "fake ginneld", true, true));
        }
    }

    @Test
    void whileNobodyLooks_whatHappensIsTold_andFiguresAreNot() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var link = link(daemon.socket())) {
            link.tryNow();
            assertThat(next()).isEqualTo(new LinkState.Live(daemon.snapshot(), "fake ginneld", true, true));
            link.attend(false);
            assertThat(next()).isEqualTo(new LinkState.Live(daemon.snapshot(), "fake ginneld", true, false));
            assertThat(next()).as("the daemon heard of it").isEqualTo(unattended(daemon));

            carryMore(daemon);
            daemon.change(snapshot -> Snapshots.withOwnServers(snapshot, 1));

            assertThat(next()).isEqualTo(unattended(daemon));
            assertThat(states).isEmpty();
        }
    }

    @Test
    void lookedAtAgain_figuresAreOfNow_andToldFromThenOn() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var link = link(daemon.socket())) {
            link.attend(false);
            link.tryNow();
            assertThat(next()).isEqualTo(unattended(daemon));
            carryMore(daemon);

            link.attend(true);
            assertThat(next()).isEqualTo(new LinkState.Live(daemon.snapshot(), "fake ginneld", true, true));
            carryMore(daemon);
            assertThat(next()).isEqualTo(new LinkState.Live(daemon.snapshot(), "fake ginneld", true, true));
        }
    }

    @Test
    void aConnectionMadeAnew_isAskedForNoMoreThanTheOneBefore() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var link = link(daemon.socket())) {
            link.attend(false);
            link.tryNow();
            assertThat(next()).isInstanceOf(LinkState.Live.class);
            daemon.hangUp();
            assertThat(next()).isEqualTo(new LinkState.Searching());
            link.attend(true);
            link.attend(false);
            awaitTimer();
            time.pass(Duration.ofMillis(250));

            assertThat(next()).isEqualTo(unattended(daemon));
            assertThat(daemon.requests())
                    .filteredOn(Request.Watch.class::isInstance)
                    .containsOnly(new Request.Watch(false));
        }
    }

    private static void carryMore(FakeDaemon daemon) {
        daemon.change(snapshot -> Snapshots.withTraffic(
                snapshot, snapshot.traffic().map(t -> new Traffic(t.rxBytes() + 1, t.txBytes() + 1))));
    }

    private static LinkState unattended(FakeDaemon daemon) {
        return new LinkState.Live(daemon.snapshot(), "fake ginneld", true, false);
    }

    @Test
    void nobodyThere_isLost_andTriedAgainEverMoreSlowly(@TempDir Path directory) throws InterruptedException {
        var socket = directory.resolve("none.sock");
        try (var link = link(socket)) {
            link.tryNow();
            assertThat(next()).isEqualTo(new LinkState.Lost(new ErrorCause.DaemonUnreachable(socket.toString())));
            awaitTimer();
            time.pass(Duration.ofMillis(249));
            assertThat(states).isEmpty();
            time.pass(Duration.ofMillis(1));
            assertThat(next()).isInstanceOf(LinkState.Lost.class);
            awaitTimer();
            time.pass(Duration.ofMillis(499));
            assertThat(states).isEmpty();
            time.pass(Duration.ofMillis(1));
            assertThat(next()).isInstanceOf(LinkState.Lost.class);
        }
    }

    @Test
    void aConnectionThatBreaks_isFirstLookedForAgain_andFound() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var link = link(daemon.socket())) {
            link.tryNow();
            assertThat(next()).isInstanceOf(LinkState.Live.class);

            daemon.hangUp();
            assertThat(next()).isEqualTo(new LinkState.Searching());
            awaitTimer();
            time.pass(Duration.ofMillis(250));
            assertThat(next()).isInstanceOf(LinkState.Live.class);
        }
    }

    @Test
    void anotherVersion_isSaid() throws InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected().speaking(9));
                var link = link(daemon.socket())) {
            link.tryNow();

            assertThat(next())
                    .isInstanceOfSatisfying(
                            LinkState.Lost.class,
                            lost -> assertThat(lost.cause()).isInstanceOf(ErrorCause.VersionMismatch.class));
        }
    }

    @Test
    void closed_itTriesNothingMore(@TempDir Path directory) throws InterruptedException {
        var link = link(directory.resolve("none.sock"));
        link.tryNow();
        assertThat(next()).isInstanceOf(LinkState.Lost.class);
        awaitTimer();
        link.close();
        link.tryNow();

        assertThat(time.running()).isZero();
        assertThat(states.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void requests_haveAConnectionEach_soThatNoneWaitsForAnother() throws InterruptedException {
        var outcomes = new LinkedBlockingQueue<Daemon.Outcome>();
        try (var daemon = FakeDaemon.start(Scenario.latenciesFillingIn());
                var requests = new DaemonRequests(daemon.socket(), "test", time, Runnable::run)) {
            requests.ask(new Request.ListServers(false, true), outcomes::add);
            requests.ask(new Request.GetStatus(), outcomes::add);
            assertThat(outcomes.poll(10, TimeUnit.SECONDS)).isInstanceOf(Daemon.Outcome.Answered.class);
            assertThat(outcomes).isEmpty();
        }
    }

    @Test
    void aRequestToNobody_isRefused(@TempDir Path directory) throws InterruptedException {
        var outcomes = new LinkedBlockingQueue<Daemon.Outcome>();
        var socket = directory.resolve("none.sock");
        try (var requests = new DaemonRequests(socket, "test", time, Runnable::run)) {
            requests.ask(new Request.Disconnect(), outcomes::add);

            assertThat(outcomes.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(new Daemon.Outcome.Refused(new ErrorCause.DaemonUnreachable(socket.toString())));
        }
    }

    private DaemonLink link(Path socket) {
        return new DaemonLink(socket, "test", time, Runnable::run, states::add);
    }

    private LinkState next() throws InterruptedException {
        var state = states.poll(10, TimeUnit.SECONDS);
        assertThat(state).isNotNull();
        return java.util.Objects.requireNonNull(state);
    }

    /// The retry is set after the state is told, on another thread.
    private void awaitTimer() {
        while (time.running() == 0) {
            Thread.onSpinWait();
        }
    }
}
