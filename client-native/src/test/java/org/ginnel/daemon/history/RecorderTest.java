// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.machine.Samples.LONDON;
import static org.ginnel.daemon.machine.Samples.NOON;
import static org.ginnel.daemon.machine.Samples.TOKYO;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.loop.VirtualLoop;
import org.ginnel.daemon.machine.Connecting;
import org.ginnel.daemon.machine.Disconnecting;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.machine.Standing;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.port.FakeDevice;
import org.ginnel.daemon.port.FakeDns;
import org.ginnel.daemon.port.FakeFirewall;
import org.ginnel.daemon.port.FakeProver;
import org.ginnel.daemon.port.FakeRoutes;
import org.ginnel.daemon.port.Journal;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    @TempDir
    Path directory;

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeDevice device = new FakeDevice(new Journal());
    private final FakeDevice second = new FakeDevice(new Journal());
    private Instant now = NOON;
    private Recorder recorder;

    @BeforeEach
    void open() {
        recorder = recorder();
    }

    private Recorder recorder() {
        var journal = new Journal();
        var ports = new Ports(
                new FakeFirewall(journal),
                FakeDevice.inEachLane(device, second, journal),
                new FakeRoutes(journal),
                new FakeDns(journal),
                new FakeProver(journal));
        return new Recorder(
                loop, () -> now, () -> ZoneId.of("Asia/Tokyo"), ports, new HistoryFile(directory), Runnable::run);
    }

    private void connect(Link link) {
        assertThat(device.start(link.device(), () -> {})).isEmpty();
        recorder.changed(Samples.connectedTo(link, now));
    }

    private void pass(Duration time) {
        for (var minute = 0; minute < time.toMinutes(); minute++) {
            now = now.plusSeconds(60);
            loop.advance(Duration.ofMinutes(1));
        }
    }

    private PastSession last() {
        return recorder.history().sessions().getFirst();
    }

    @Test
    void aTunnel_isRemembered_withWhatItCarried_untilTheUserEndsIt() {
        connect(LONDON);
        device.carried(1000, 50);
        pass(Duration.ofMinutes(2));
        device.carried(3000, 70);
        recorder.changed(new Disconnecting(new Disconnecting.ThenRest()));

        var server = LONDON.server();
        assertThat(recorder.history().sessions())
                .containsExactly(new PastSession(
                        server.id(),
                        server.name(),
                        server.country(),
                        NOON,
                        NOON.plusSeconds(120),
                        new Ending.Disconnected(),
                        3000,
                        70));
        assertThat(recorder.history().days()).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo(LocalDate.of(2026, 11, 21));
            assertThat(day.rxBytes()).isEqualTo(3000);
        });
    }

    @Test
    void anotherKeyForTheSameServer_isNoOtherSession_andBothDevicesCount() {
        connect(LONDON);
        device.carried(1000, 50);
        assertThat(second.start(Samples.inTheSecondLane(LONDON).device(), () -> {}))
                .isEmpty();
        second.carried(1200, 60);
        recorder.changed(Samples.connectedTo(Samples.inTheSecondLane(LONDON), now));
        recorder.changed(new Disconnecting(new Disconnecting.ThenRest()));

        assertThat(recorder.history().sessions()).singleElement().satisfies(session -> {
            assertThat(session.rxBytes()).isEqualTo(2200);
            assertThat(session.txBytes()).isEqualTo(110);
        });
    }

    @Test
    void midnight_isThatOfTheMachine() {
        now = Instant.parse("2026-11-21T14:59:30Z");
        connect(LONDON);
        device.carried(1000, 0);
        pass(Duration.ofMinutes(1));

        assertThat(recorder.history().days())
                .singleElement()
                .satisfies(day -> assertThat(day.day()).isEqualTo(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void whyItEnded_isSaid() {
        var silent = new ErrorCause.TunnelSilent("203.0.113.6:51820", Duration.ofSeconds(4));
        connect(LONDON);
        recorder.changed(
                new Preparing(new Target.Fastest(), new Standing.Held(Samples.connectedTo(LONDON)), Optional.empty()));
        assertThat(last().ending()).isEqualTo(new Ending.StillUp());
        recorder.changed(new Disconnecting(new Disconnecting.ThenConnect(TOKYO)));
        assertThat(last().ending()).isEqualTo(new Ending.Switched());

        connect(TOKYO);
        recorder.changed(new Connecting(TOKYO, List.of(), Optional.of(silent), false, 1, 0));
        assertThat(last().ending()).isEqualTo(new Ending.Lost(silent));

        connect(TOKYO);
        assertThat(recorder.history().sessions()).hasSize(3);
    }

    private static boolean isUp(State state) {
        return state.carrying().isPresent();
    }

    @Test
    void everyState_afterATunnel_eitherKeepsItOrSaysWhyItEnded() {
        for (var state : Samples.states()) {
            connect(LONDON);
            recorder.changed(state);
            assertThat(last().ending() instanceof Ending.StillUp)
                    .as(state.toString())
                    .isEqualTo(isUp(state));
            recorder.delete(() -> {});
            recorder.changed(new Disconnecting(new Disconnecting.ThenRest()));
        }
    }

    @Test
    void whatAKillLeftOpen_endedWhenItWasLastWritten() {
        connect(LONDON);
        device.carried(7, 7);
        pass(Duration.ofMinutes(16));
        device.carried(9, 9);

        recorder = recorder();

        assertThat(last().ending()).isEqualTo(new Ending.Unseen());
        assertThat(last().ended()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(last().rxBytes()).isEqualTo(7);
    }

    @Test
    void nothingIsKept_whenTheUserWantsThat_alsoAfterARestart() {
        connect(LONDON);
        recorder.keep(false, () -> {});
        recorder.changed(new Disconnecting(new Disconnecting.ThenRest()));
        connect(TOKYO);
        pass(Duration.ofMinutes(30));
        assertThat(recorder.history()).isEqualTo(History.off());
        assertThat(loop.waiting()).isZero();

        recorder = recorder();
        connect(LONDON);
        assertThat(recorder.history()).isEqualTo(History.off());
    }

    @Test
    void deleted_isDeleted_andATunnelThatIsUp_countsFromNowOn() {
        connect(LONDON);
        device.carried(1000, 1000);
        pass(Duration.ofMinutes(1));
        recorder.delete(() -> {});
        assertThat(last().began()).isEqualTo(NOON.plusSeconds(60));
        device.carried(1500, 1500);
        recorder.changed(new Disconnecting(new Disconnecting.ThenRest()));
        assertThat(last().rxBytes()).isEqualTo(500);

        recorder.delete(() -> {});
        assertThat(recorder.history()).isEqualTo(History.empty());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whoAsks_getsWhatTheDeviceHasCarriedByNow() {
        connect(LONDON);
        device.carried(42, 1);
        recorder.refresh(() -> {});
        loop.drain();

        assertThat(last().rxBytes()).isEqualTo(42);
    }
}
