// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Paused;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A real driver and the real adapters of another system, over models of what that system has: they fit
/// together.
public abstract class DriverOnSystem implements Surroundings {
    private final VirtualLoop loop = new VirtualLoop();
    private final HeldTasks background = new HeldTasks();
    private final FakeProver prover = new FakeProver(new Journal());
    private final List<Optional<ErrorCause>> answers = new ArrayList<>();
    private Optional<Driver> driver = Optional.empty();
    private World world = Samples.WORLD;
    private boolean offline;
    private boolean answering;

    /// The adapters.
    protected abstract Ports ports(TunnelProver prover);

    /// Somebody removes every rule of the firewall.
    protected abstract void flushByAnother();

    /// From now on servers shake hands, or do not.
    protected abstract void serversAnswer(boolean answering);

    /// From now on no tunnel device can be made, or can.
    protected abstract void devicesRefuse(boolean refusing);

    /// One call of the system is refused, the one behind so many from now on.
    protected abstract void failAfter(int calls);

    /// Whether packets and names go where they went before, as far as a user can tell.
    protected abstract boolean leavesPackets();

    /// Whether the machine is as it was before.
    protected abstract boolean isUntouched();

    @BeforeEach
    void begin() {
        driver = Optional.of(new Driver(loop, background, ports(prover), (target, _, _) -> provision(target), this));
        prover.answers(Samples.PROOF);
    }

    private Provisioner.Result provision(Target target) {
        if (offline) {
            return new Provisioner.Result.Missing(Samples.OFFLINE);
        }
        return target instanceof Target.Chosen
                ? new Provisioner.Result.Ready(Samples.TOKYO, List.of())
                : new Provisioner.Result.Ready(Samples.LONDON, List.of(Samples.PARIS, Samples.TOKYO));
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

    @Test
    void aPause_opensTheMachine_andItsEndClosesItAgain() {
        connect(new Target.Fastest());
        driver().handle(new Event.Pause(Duration.ofMinutes(5)));
        settle();
        assertThat(driver().state()).isInstanceOf(Paused.class);
        assertThat(isUntouched()).isTrue();

        driver().handle(new Event.EndPause());
        settle();
        assertThat(driver().state()).isInstanceOf(Connected.class);
        allStands();
    }

    @Test
    void aLockdown_staysClosedWithoutATunnel_untilItIsLifted() {
        world = Samples.LOCKDOWN;
        connect(new Target.Fastest());
        driver().handle(new Event.Disconnect());
        settle();
        assertThat(driver().state()).isInstanceOf(Disconnected.class);
        assertThat(isUntouched()).isFalse();
        assertThat(ports(prover).firewall().stands()).isTrue();

        world = Samples.WORLD;
        driver().handle(new Event.SettingsChanged());
        settle();
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void aServerThatNeverAnswers_endsInABlock_thatOnlyAUserLifts() {
        prover.silent();
        driver().handle(new Event.Connect(new Target.Fastest()));
        settle();
        assertThat(driver().state()).isInstanceOf(Blocked.class);
        assertThat(isUntouched()).isFalse();
        assertThat(ports(prover).firewall().stands()).isTrue();

        driver().handle(new Event.Disconnect());
        settle();
        assertThat(driver().state()).isInstanceOf(Disconnected.class);
        assertThat(isUntouched()).isTrue();
    }

    static IntStream calls() {
        return IntStream.range(0, 120);
    }

    /// Whichever call is refused on the way up, over and down: what is told names the part and the tool on one line,
    /// nothing
    /// is open that was closed, and the user gets the machine back.
    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatIsRefused_isToldByItsPartAndTool_andTheMachineComesBack(int call) {
        failAfter(call);
        driver().handle(new Event.Connect(new Target.Fastest()));
        settle();
        driver().handle(new Event.Connect(
                new Target.Chosen(Samples.TOKYO.server().id())));
        settle();
        driver().handle(new Event.Disconnect());
        settle();
        failAfter(Integer.MAX_VALUE);
        driver().handle(new Event.Disconnect());
        settle();
        leavesNothing();

        assertThat(answers.stream().flatMap(Optional::stream))
                .allSatisfy(cause -> assertThat(cause)
                        .isInstanceOfSatisfying(ErrorCause.SystemRefused.class, refused -> {
                            assertThat(refused.tool()).matches("[A-Za-z0-9]+");
                            assertThat(refused.detail()).isNotBlank().matches("\\p{Print}+");
                        }));
    }

    /// What nobody is in the way of waits for the end of the next tunnel.
    private void leavesNothing() {
        assertThat(driver().state()).isInstanceOf(Disconnected.class);
        assertThat(leavesPackets()).isTrue();
        driver().handle(new Event.Connect(new Target.Fastest()));
        settle();
        driver().handle(new Event.Disconnect());
        settle();
        assertThat(isUntouched()).isTrue();
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /// As in [DriverScheduleTest]: users, networks and other programs at random, here with the adapters of the system.
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappens_theSystemIsAsTheStateSays(int seed) {
        var random = new Random(seed);
        for (var step = 0; step < 30; step++) {
            happen(random.nextInt(16));
            settle();
            check();
        }
        world = Samples.WORLD;
        driver().handle(new Event.SettingsChanged());
        driver().handle(new Event.Disconnect());
        settle();
        assertThat(driver().state()).isInstanceOf(Disconnected.class);
        assertThat(isUntouched()).isTrue();
        assertThat(answers).isNotEmpty();
    }

    private void happen(int what) {
        switch (what) {
            case 0, 1 -> driver().handle(new Event.Connect(new Target.Fastest()));
            case 2 ->
                driver().handle(new Event.Connect(
                        new Target.Chosen(Samples.TOKYO.server().id())));
            case 3 -> driver().handle(new Event.Disconnect());
            case 4 -> driver().handle(new Event.Pause(Duration.ofMinutes(5)));
            case 5 -> driver().handle(new Event.EndPause());
            case 6 -> driver().handle(new Event.Unsettled());
            case 7 -> {
                prover.silent();
                serversAnswer(answering);
                answering = !answering;
            }
            case 8, 9 -> {
                serversAnswer(true);
                devicesRefuse(false);
                prover.answers(Samples.PROOF);
            }
            case 14 -> devicesRefuse(true);
            case 10 -> {
                world = world.lockdown() ? Samples.WORLD : Samples.LOCKDOWN;
                driver().handle(new Event.SettingsChanged());
            }
            case 11 -> {
                flushByAnother();
                driver().look();
            }
            case 12 -> driver().handle(new Event.DeviceLost(Lane.FIRST));
            case 15 ->
                driver().state().carrying().map(Connected::link).ifPresent(link -> {
                    driver().handle(new Event.StandbyFound(link.server().id(), Optional.of(Samples.PARIS)));
                    driver().handle(new Event.Unproven(link.lane(), false));
                });
            case 13 -> {
                offline = !offline;
                loop.advance(Duration.ofMinutes(1));
            }
            default -> throw new IllegalArgumentException();
        }
    }

    private void check() {
        var state = driver().state();
        var open = state instanceof Paused || (state instanceof Disconnected && !world.lockdown());
        assertThat(isUntouched()).as("%s", state).isEqualTo(open);
        assertThat(ports(prover).firewall().stands()).as("%s", state).isTrue();
        if (state.carrying().isPresent()) {
            allStands();
        }
    }

    private void connect(Target target) {
        driver().handle(new Event.Connect(target));
        settle();
        assertThat(driver().state()).isInstanceOf(Connected.class);
        assertThat(answers).isNotEmpty().allMatch(Optional::isEmpty);
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
        return world;
    }

    @Override
    public void remember(Optional<Link> wanted) {
        assertThat(wanted).isNotNull();
    }

    @Override
    public void rememberPause(Optional<Instant> until) {
        until.ifPresent(end -> assertThat(end).isAfter(Samples.NOON));
    }

    @Override
    public void disturbed(ErrorCause.Part part) {
        assertThat(part).isEqualTo(ErrorCause.Part.FIREWALL);
    }

    @Override
    public void answer(Optional<ErrorCause> failure) {
        answers.add(failure);
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
