// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.World;
import org.ginnel.daemon.port.FakeProver;
import org.ginnel.daemon.port.Journal;
import org.ginnel.daemon.port.TunnelProver;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real driver and the real adapters of another system, over models of what that system has: they fit
/// together.
public abstract class DriverOnSystem implements Surroundings {
    private final VirtualLoop loop = new VirtualLoop();
    private final HeldTasks background = new HeldTasks();
    private final FakeProver prover = new FakeProver(new Journal());
    private Optional<Driver> driver = Optional.empty();

    /// The adapters.
    protected abstract Ports ports(TunnelProver prover);

    /// Somebody removes every rule of the firewall.
    protected abstract void flushByAnother();

    /// Whether the machine is as it was before.
    protected abstract boolean isUntouched();

    @BeforeEach
    void begin() {
        driver = Optional.of(new Driver(
                loop,
                background,
                ports(prover),
                (target, _, _) -> new Provisioner.Result.Ready(
                        target instanceof Target.Chosen ? Samples.TOKYO : Samples.LONDON, List.of()),
                this));
        prover.answers(Samples.PROOF);
    }

    private Driver driver() {
        return driver.orElseThrow();
    }

    @Test
    void connectSwitchAndDisconnect_leavesTheMachineAsItWas() {
        assertThat(isUntouched()).isTrue();
        connect(new Target.Fastest());
        assertThat(lane()).isEqualTo(Lane.FIRST);
        allStands();

        connect(new Target.Chosen(Samples.TOKYO.server().id()));
        assertThat(lane()).isEqualTo(Lane.SECOND);
        allStands();
        loop.advance(Duration.ofMinutes(11));
        settle();
        allStands();

        driver().handle(new Event.Disconnect());
        settle();
        assertThat(driver().state()).isInstanceOf(Disconnected.class);
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void aForeignFlush_isSeenAndMended() {
        connect(new Target.Fastest());
        flushByAnother();
        assertThat(ports(prover).firewall().stands()).isFalse();
        driver().look();
        settle();
        assertThat(driver().state()).isInstanceOf(Connected.class);
        allStands();
    }

    private void connect(Target target) {
        driver().handle(new Event.Connect(target));
        settle();
        assertThat(driver().state()).isInstanceOf(Connected.class);
    }

    private Lane lane() {
        return driver().state() instanceof Connected connected
                ? connected.link().lane()
                : Lane.FOURTH;
    }

    private void settle() {
        for (var turn = 0; turn < 100; turn++) {
            background.runNext();
            loop.drain();
        }
    }

    private void allStands() {
        assertThat(ports(prover).firewall().stands()).as("the firewall").isTrue();
        assertThat(ports(prover).routes().stand()).as("routes").isTrue();
        assertThat(ports(prover).dns().stands()).as("names").isTrue();
    }

    @Override
    public World world() {
        return Samples.WORLD;
    }

    @Override
    public void remember(Optional<Link> wanted) {
        assertThat(wanted).isNotNull();
    }

    @Override
    public void rememberPause(Optional<Instant> until) {
        assertThat(until).isEmpty();
    }

    @Override
    public void disturbed(ErrorCause.Part part) {
        assertThat(part).isEqualTo(ErrorCause.Part.FIREWALL);
    }

    @Override
    public void answer(Optional<ErrorCause> failure) {
        assertThat(failure).isEmpty();
    }

    @Override
    public void lookUpExit() {
        assertThat(driver).isPresent();
    }

    @Override
    public void changed(State state) {
        assertThat(state).isNotNull();
    }
}
