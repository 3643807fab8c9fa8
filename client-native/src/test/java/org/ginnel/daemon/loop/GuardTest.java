// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.World;
import org.ginnel.daemon.port.FakeWatch;
import org.ginnel.daemon.port.SystemWatch.Change;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A guard over a real driver and a model of a system, on a virtual clock.
class GuardTest implements Surroundings {
    private final VirtualLoop loop = new VirtualLoop();
    private final HeldTasks background = new HeldTasks();
    private final SystemModel system = new SystemModel(new Random(1), 0);
    private final FakeWatch watch = new FakeWatch();
    private final List<ErrorCause.Part> disturbed = new ArrayList<>();
    private final Driver driver = new Driver(
            loop,
            background,
            system.ports(),
            (_, _, _) -> new Provisioner.Result.Ready(Samples.LONDON, List.of()),
            this);
    private final AtomicInteger looksAtTheClock = new AtomicInteger();
    private final Guard guard = Guard.start(loop, driver, watch, looksAtTheClock::incrementAndGet);

    @BeforeEach
    void connect() {
        driver.handle(new Event.Connect(new Target.Fastest()));
        for (var turn = 0; turn < 50 && !(driver.state() instanceof Connected); turn++) {
            background.runNext();
            loop.drain();
        }
        assertThat(driver.state()).isInstanceOf(Connected.class);
    }

    @AfterEach
    void close() {
        guard.close();
    }

    @Test
    void aForeignChange_isPutBackWithinAMoment_andTold() {
        system.tamper();
        watch.tell(Change.PROTECTION);
        loop.drain();
        assertThat(system.isTampered()).isTrue();

        loop.advance(Guard.LOOK_AFTER);

        assertThat(system.isTampered()).isFalse();
        assertThat(disturbed).containsExactly(ErrorCause.Part.FIREWALL);
    }

    @Test
    void ourOwnChanges_areLookedAtAndLeftAlone() {
        watch.tell(Change.PROTECTION);
        loop.drain();
        loop.advance(Duration.ofSeconds(2));

        assertThat(disturbed).isEmpty();
    }

    @Test
    void aProgramThatInsists_isAnsweredFourTimesASecond() {
        for (var turn = 0; turn < 100; turn++) {
            system.tamper();
            watch.tell(Change.PROTECTION);
            loop.drain();
            loop.advance(Duration.ofMillis(10));
        }

        assertThat(disturbed).hasSizeBetween(3, 5);
        loop.advance(Duration.ofSeconds(1));
        assertThat(system.isTampered()).isFalse();
    }

    @Test
    void aBurstOfNetworkChanges_provesTheTunnelOnce() {
        for (var turn = 0; turn < 10; turn++) {
            watch.tell(Change.NETWORK);
            loop.drain();
            loop.advance(Duration.ofMillis(10));
        }
        assertThat(system.roamed()).isZero();

        loop.advance(Guard.SETTLED_AFTER);

        assertThat(system.roamed()).isEqualTo(1);
    }

    @Test
    void aSleepOrASetClock_provesTheTunnel_andHasWhatIsDueLookedAt() {
        watch.tell(Change.CLOCK);
        loop.drain();
        loop.advance(Guard.SETTLED_AFTER);

        assertThat(system.roamed()).isEqualTo(1);
        assertThat(looksAtTheClock).hasValue(1);
    }

    @Test
    void withoutChanges_nothingIsScheduled() {
        assertThat(loop.waiting()).as("only the tunnel's own check for life").isEqualTo(1);
    }

    @Override
    public World world() {
        return Samples.WORLD;
    }

    @Override
    public void remember(Optional<Link> wanted) {
        system.wanted(wanted.isPresent());
    }

    @Override
    public void rememberPause(Optional<Instant> until) {
        system.paused(until.isPresent());
    }

    @Override
    public void disturbed(ErrorCause.Part part) {
        disturbed.add(part);
    }

    @Override
    public void answer(Optional<ErrorCause> failure) {
        assertThat(failure).isEmpty();
    }

    @Override
    public void lookUpExit() {
        assertThat(driver).isNotNull();
    }

    @Override
    public void changed(State state) {
        assertThat(state).isNotNull();
    }
}
