// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.ginnel.daemon.control.SnapshotFeed;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.loop.VirtualLoop;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.port.FakeDevice;
import org.ginnel.daemon.port.FakeDns;
import org.ginnel.daemon.port.FakeFirewall;
import org.ginnel.daemon.port.FakeProver;
import org.ginnel.daemon.port.FakeRoutes;
import org.ginnel.daemon.port.Journal;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.store.EstimatesFile;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.tunnel.Traffic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The device is asked what it carried while somebody wants to know, and never else.
class TrafficMeterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeDevice device = new FakeDevice(new Journal());
    private final SnapshotFeed window = new SnapshotFeed();
    private Picture picture;
    private TrafficMeter meter;
    private int read;

    @BeforeEach
    void start() throws IOException {
        var file = new StateFile(directory.resolve("state"), directory.resolve("spare"));
        var keeper = new Keeper(file, file.read(), new FakeFirewall(new Journal()));
        var catalog = new Catalog(
                (_, _) -> {}, () -> Samples.NOON, new SecureRandom(), new EstimatesFile(directory.resolve("state")));
        var journal = new Journal();
        var ports = new Ports(
                new FakeFirewall(journal),
                Map.of(Lane.FIRST, device, Lane.SECOND, device),
                new FakeRoutes(journal),
                new FakeDns(journal),
                new FakeProver(journal));
        picture = new Picture(keeper, catalog);
        meter = new TrafficMeter(loop, ports, picture, task -> {
            read++;
            task.run();
        });
        device.start(Plans.device(), () -> {});
        picture.tunnel(Samples.connectedTo(Samples.LONDON), Samples.NOON);
    }

    private void watch(boolean figures) {
        picture.watch(window, figures);
        meter.consider();
        loop.drain();
    }

    private void passASecond(long carried) {
        device.carried(carried, carried);
        loop.advance(SECOND);
    }

    @Test
    void whoWantsFigures_isToldThemOnceASecond() {
        watch(true);
        passASecond(5);
        passASecond(6);

        assertThat(read).isEqualTo(3);
        assertThat(picture.now().traffic()).contains(new Traffic(6, 6));
    }

    @Test
    void aWatcherOfStates_isNoReasonToAskTheDevice() {
        watch(false);
        passASecond(5);

        assertThat(read).isZero();
        assertThat(loop.waiting()).isZero();
    }

    @Test
    void whenNobodyWantsFiguresAnyMore_nothingIsReadOrWaitedFor_andNoOldCountIsLeft() {
        watch(true);
        passASecond(5);
        watch(false);
        passASecond(6);

        assertThat(read).isEqualTo(2);
        assertThat(loop.waiting()).isZero();
        assertThat(picture.now().traffic()).isEmpty();
    }

    @Test
    void whenFiguresAreWantedAgain_theyAreReadAtOnce() {
        watch(true);
        watch(false);
        passASecond(5);
        watch(true);

        assertThat(picture.now().traffic()).contains(new Traffic(5, 5));
    }

    @Test
    void aWatcherThatWentAway_isNoReasonEither() {
        watch(true);
        picture.unwatch(window);
        passASecond(5);

        assertThat(read).isOne();
        assertThat(loop.waiting()).isZero();
    }
}
