// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.World;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The driver under random users, networks and faults, on a virtual clock.
class DriverScheduleTest {
    private static final int SCHEDULES = Integer.getInteger("ginnel.schedules", 34_000);
    private static final int STEPS = 40;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.2})
    void whateverHappens_nothingLeaksAndEverybodyIsAnswered(double refusing) {
        for (var seed = 0; seed < SCHEDULES; seed++) {
            var run = new Run(seed, refusing);
            try {
                for (var step = 0; step < STEPS; step++) {
                    run.step();
                    run.check();
                }
                run.settle();
                run.leave();
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", refusing " + refusing + ": " + run.story, e);
            }
        }
    }

    @Test
    void aTunnelThatWorks_isConnectedAndThenCleanedAway() {
        var run = new Run(1, 0);
        while (!(run.driver.state() instanceof Connected)) {
            run.driver.handle(new Event.Connect(new Target.Fastest()));
            run.settle();
        }
        assertThat(run.system.isDiverted()).isTrue();

        run.leave();
    }

    private static final class Run implements Surroundings, Provisioner {
        final List<String> story = new ArrayList<>();
        final VirtualLoop loop = new VirtualLoop();
        final HeldTasks background = new HeldTasks();
        final Random random;
        final SystemModel system;
        final Driver driver;
        boolean asked;
        boolean lockdown;

        Run(int seed, double refusing) {
            random = new Random(seed);
            system = new SystemModel(random, refusing);
            driver = new Driver(loop, background, system.ports(), this, this);
        }

        void step() {
            var event = next();
            if (event.isPresent()) {
                story.add(event.get().getClass().getSimpleName());
                asked |= switch (event.get()) {
                    case Event.Connect _, Event.Disconnect _, Event.Pause _, Event.EndPause _ -> true;
                    default -> false;
                };
                driver.handle(event.get());
            }
            loop.drain();
        }

        private Optional<Event> next() {
            return switch (random.nextInt(14)) {
                case 0 -> Optional.of(new Event.Connect(new Target.Fastest()));
                case 1 -> Optional.of(new Event.Connect(new Target.Chosen("eu-west-1")));
                case 2 -> Optional.of(new Event.Disconnect());
                case 3 -> Optional.of(new Event.SettingsChanged());
                case 4 -> {
                    story.add("lost");
                    system.loseDevice();
                    yield Optional.empty();
                }
                case 6 -> Optional.of(new Event.Pause(Duration.ofMinutes(5)));
                case 7 -> Optional.of(new Event.EndPause());
                case 8 -> Optional.of(new Event.Unsettled());
                case 9 -> {
                    story.add("tampered");
                    system.tamper();
                    driver.look();
                    yield Optional.empty();
                }
                case 10 -> {
                    lockdown = !lockdown;
                    yield Optional.of(new Event.SettingsChanged());
                }
                case 5 -> {
                    story.add("time");
                    loop.fireNext();
                    yield Optional.empty();
                }
                default -> {
                    story.add("work");
                    background.runNext();
                    yield Optional.empty();
                }
            };
        }

        void check() {
            var state = driver.state();
            state.carrying().ifPresent(now -> {
                assertThat(system.isOpen()).isFalse();
                assertThat(system.ledInto()).contains(now.link().lane());
            });
            if (state instanceof Blocked blocked && !blocked.leaksPossible()) {
                assertThat(system.isOpen()).isFalse();
            }
            if (system.isOpen()) {
                assertThat(system.isDiverted()).isFalse();
            }
            if (!(state instanceof Preparing)) {
                assertThat(system.hasBegun()).as("begun for nothing").isFalse();
            }
            if (lockdown && state instanceof Disconnected) {
                assertThat(system.isOpen()).as("locked, but open").isFalse();
            }
        }

        /// Lets everything under way end.
        void settle() {
            loop.drain();
            for (var turn = 0; turn < 500 && background.runNext(); turn++) {
                loop.drain();
                check();
            }
            assertThat(driver.state())
                    .isInstanceOfAny(Connected.class, Disconnected.class, Blocked.class, Paused.class);
            assertThat(asked).as("somebody was not answered").isFalse();
            var goesOn = driver.state() instanceof Connected
                    || driver.state() instanceof Paused
                    || (driver.state() instanceof Blocked blocked
                            && blocked.retry().isPresent());
            assertThat(loop.waiting() > 0 || !goesOn)
                    .as("nothing would ever happen again")
                    .isTrue();
        }

        /// Once the system refuses nothing any more, the user gets the machine back as it was.
        void leave() {
            system.refuseNothing();
            lockdown = false;
            driver.handle(new Event.SettingsChanged());
            driver.handle(new Event.Disconnect());
            settle();
            assertThat(driver.state()).isInstanceOf(Disconnected.class);
            assertThat(system.isOpen()).isTrue();
            assertThat(system.isClean()).isTrue();
        }

        @Override
        public Result provision(Target target, Optional<Link> renew, Consumer<Server> picked) {
            picked.accept(Samples.TOKYO.server());
            return switch (random.nextInt(6)) {
                case 0 -> new Result.Missing(Samples.OFFLINE);
                case 1 -> new Result.Missing(new ErrorCause.KeyRefused());
                case 2 -> new Result.Ready(Samples.LONDON, List.of(Samples.PARIS, Samples.TOKYO));
                case 3 -> new Result.Ready(Samples.OSLO, List.of());
                case 4 -> new Result.Ready(Samples.PARIS, List.of());
                default -> new Result.Ready(Samples.TOKYO, List.of());
            };
        }

        @Override
        public Optional<Link> standby(Link current) {
            story.add("standby");
            return random.nextInt(3) > 0 ? Optional.of(Samples.PARIS) : Optional.empty();
        }

        @Override
        public World world() {
            return lockdown ? Samples.LOCKDOWN : Samples.WORLD;
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
            story.add("disturbed " + part);
        }

        @Override
        public void answer(Optional<ErrorCause> failure) {
            asked = false;
        }

        @Override
        public void lookUpExit() {
            story.add("exit");
        }

        @Override
        public void changed(State state) {
            story.add("-> " + state.getClass().getSimpleName());
        }
    }
}
