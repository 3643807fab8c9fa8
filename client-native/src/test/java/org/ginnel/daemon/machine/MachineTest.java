// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.machine.Samples.LONDON;
import static org.ginnel.daemon.machine.Samples.NO_FIREWALL;
import static org.ginnel.daemon.machine.Samples.NO_ROUTES;
import static org.ginnel.daemon.machine.Samples.OFFLINE;
import static org.ginnel.daemon.machine.Samples.PARIS;
import static org.ginnel.daemon.machine.Samples.PROOF;
import static org.ginnel.daemon.machine.Samples.TOKYO;
import static org.ginnel.daemon.machine.Samples.WORLD;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Carries;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;

/// Every state meets every event.
class MachineTest {

    /// What holds of every state, event and world.
    private interface Law {
        void check(State state, Event event, World world);
    }

    /// One test for all of them: a report for each of some ten thousand would take longer than the checks.
    private static void everyPair(Law law) {
        for (var state : Samples.states()) {
            for (var event : Samples.events()) {
                for (var world : List.of(WORLD, Samples.LOCKDOWN)) {
                    try {
                        law.check(state, event, world);
                    } catch (AssertionError e) {
                        throw new AssertionError(state + " on " + event + " in " + world, e);
                    }
                }
            }
        }
    }

    @Test
    void theSamples_nameEveryStateAndEvent() {
        assertThat(Samples.states().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(State.class.getPermittedSubclasses()));
        assertThat(Samples.events().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Event.class.getPermittedSubclasses()));
    }

    @Test
    void noDeviceStarts_beforeTheFirewallStandsForIt() {
        everyPair((state, event, world) -> {
            var effects = state.on(event, world).effects();
            for (var i = 0; i < effects.size(); i++) {
                if (effects.get(i) instanceof Effect.StartDevice(var link)) {
                    assertThat(tunnelOf(link, effects.subList(0, i)))
                            .as("%s on %s", state, event)
                            .isPresent();
                }
            }
        });
    }

    @Test
    void aHandshakeIsTriedAgain_onlyWhereTheFirewallLetsIt() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            for (var i = 0; i < step.effects().size(); i++) {
                if (step.effects().get(i) instanceof Effect.RetryHandshake(var link) && !isAt(link, state)) {
                    assertThat(tunnelOf(link, step.effects().subList(0, i))).isPresent();
                }
            }
        });
    }

    /// Whether the state's tunnel in that lane goes to the same place already.
    private static boolean isAt(Link link, State state) {
        return switch (state) {
            case Connecting now -> now.link().endpoint().equals(link.endpoint());
            case Racing now -> now.ahead().link().endpoint().equals(link.endpoint());
            case Switching now -> now.to().endpoint().equals(link.endpoint());
            case FailingOver now -> now.to().endpoint().equals(link.endpoint());
            case Disconnected _, Paused _, Preparing _, Connected _, Disconnecting _, Blocked _ -> false;
        };
    }

    @Test
    void aServerThatDoesNotAnswer_isTriedWhereElseItAnswers_inTurn_behindAFirewallForThatPlaceAlone() {
        State now = new Connecting(Samples.OSLO, List.of(), Optional.empty(), false, 1, 0);
        for (var place : List.of(
                Samples.at("203.0.113.18", 443),
                Samples.at("2001:db8::18", 51820),
                Samples.at("203.0.113.18", 51820))) {
            var step = now.on(new Event.Unproven(Lane.FIRST, false), WORLD);
            var there = ((Connecting) step.next()).link();
            assertThat(there.endpoint()).isEqualTo(place);
            assertThat(step.effects())
                    .startsWith(
                            new Effect.Remember(Optional.of(there)),
                            Policies.through(there, WORLD),
                            new Effect.RetryHandshake(there));
            now = step.next();
        }
        var heard = now.on(new Event.Unproven(Lane.FIRST, true), WORLD);
        assertThat(((Connecting) heard.next()).link()).isEqualTo(((Connecting) now).link());
    }

    /// What the last policy in `effects` says of the tunnel to `link`.
    private static Optional<Tunnel> tunnelOf(Link link, List<Effect> effects) {
        return effects.stream()
                .flatMap(effect -> effect instanceof Effect.ApplyFirewall(FirewallPolicy.Closed closed)
                                && closed.endpoints().contains(link.endpoint())
                        ? Stream.of(closed)
                        : Stream.empty())
                .reduce((_, later) -> later)
                .flatMap(closed -> closed.tunnels().stream()
                        .filter(tunnel -> tunnel.lane() == link.lane())
                        .findFirst());
    }

    @Test
    void aServerThatDoesNotAnswerAtOnce_isRacedByTheOthers_oneAfterTheOther() {
        var connecting = new Connecting(LONDON, List.of(TOKYO, PARIS), Optional.empty(), false, 1, 0);

        var first = connecting.on(new Event.Unproven(Lane.FIRST, false), WORLD);
        var tokyo = TOKYO.insteadOf(LONDON).in(Lane.SECOND);
        assertThat(first.effects())
                .containsSubsequence(
                        Policies.trying(LONDON, tokyo, WORLD),
                        new Effect.StartDevice(tokyo),
                        new Effect.ProveBeside(tokyo, Duration.ofMillis(200)),
                        new Effect.RetryHandshake(LONDON),
                        new Effect.Prove(LONDON, Duration.ofMillis(200)));

        var second = first.next().on(new Event.Unproven(Lane.SECOND, false), WORLD);
        var paris = PARIS.insteadOf(LONDON).in(Lane.SECOND);
        assertThat(second.effects())
                .containsExactly(
                        Policies.trying(LONDON, paris, WORLD),
                        new Effect.StartDevice(paris),
                        new Effect.ProveBeside(paris, Duration.ofMillis(200)));

        var third = second.next().on(new Event.Unproven(Lane.SECOND, false), WORLD);
        assertThat(third.effects()).contains(new Effect.ProveBeside(tokyo, Duration.ofMillis(300)));

        var won = second.next().on(new Event.Proven(Lane.SECOND, PROOF), WORLD);
        assertThat(won.next()).isInstanceOfSatisfying(Connected.class, now -> {
            assertThat(now.link()).isEqualTo(paris);
            assertThat(now.link().reason())
                    .isEqualTo(new Reason.Instead(LONDON.server().name()));
        });
        assertThat(won.effects())
                .containsSubsequence(
                        new Effect.Remember(Optional.of(paris)),
                        Policies.through(paris, WORLD),
                        new Effect.Divert(paris),
                        new Effect.StopDevice(Lane.FIRST));
    }

    @Test
    void theFirstChoice_winsWhenItAnswersAfterAll_andTheFirewallKnowsOfNoOther() {
        var won = Samples.racing(2, 1).on(new Event.Proven(Lane.FIRST, PROOF), WORLD);

        assertThat(won.next())
                .isInstanceOfSatisfying(
                        Connected.class, now -> assertThat(now.link()).isEqualTo(LONDON));
        assertThat(won.effects())
                .containsSubsequence(
                        new Effect.CancelWork(), Policies.through(LONDON, WORLD), new Effect.StopDevice(Lane.SECOND));
    }

    @Test
    void whereNobodyAnswersInARace_itIsGivenUpAsForOneServer() {
        var given = Samples.racing(Connecting.MAX_ATTEMPTS, 2).on(new Event.Unproven(Lane.FIRST, false), WORLD);

        assertThat(given.next())
                .isInstanceOfSatisfying(
                        Blocked.class, now -> assertThat(now.retry()).contains(LONDON));
    }

    @Test
    void whoHasShakenHandsInARace_isNotReplaced() {
        var racing = Samples.racing(1, 1);

        assertThat(racing.on(new Event.Unproven(Lane.SECOND, true), WORLD).next())
                .isEqualTo(racing);
    }

    @Test
    void inARace_theFirstMayDie_andWhatTheSecondIsRefusedCostsTheFirstNothing() {
        var racing = Samples.racing(1, 1);

        var lost = racing.on(new Event.DeviceLost(Lane.FIRST), WORLD);
        assertThat(lost.next())
                .isInstanceOfSatisfying(
                        Connecting.class, now -> assertThat(now.link()).isEqualTo(racing.beside()));
        assertThat(lost.effects())
                .containsSubsequence(new Effect.Divert(racing.beside()), new Effect.StopDevice(Lane.FIRST));

        var refused = racing.on(new Event.Failed(Samples.NO_ROUTES), WORLD);
        assertThat(refused.next()).isEqualTo(racing.ahead());
        assertThat(refused.effects())
                .contains(new Effect.StopDevice(Lane.SECOND), new Effect.Prove(LONDON, Connecting.window(LONDON, 1)));
    }

    /// Everybody's traffic has a way at every step of a switch.
    @Test
    void theDeviceUnderEverybodysTraffic_isStoppedForNoOther() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            var led = state.carrying().map(now -> now.link().lane());
            for (var effect : step.effects()) {
                if (effect instanceof Effect.Divert(var link)) {
                    led = Optional.of(link.lane());
                }
                if (effect instanceof Effect.StopDevice(var lane)) {
                    assertThat(led).as("%s on %s", state, event).isNotEqualTo(Optional.of(lane));
                }
                if (effect instanceof Effect.StartDevice(var link)
                        && (step.next() instanceof Switching || step.next() instanceof FailingOver)) {
                    assertThat(led).isNotEqualTo(Optional.of(link.lane()));
                }
            }
        });
    }

    @Test
    void theTwoTunnelsOfASwitch_areInDifferentLanes() {
        everyPair((state, event, world) -> {
            var next = state.on(event, world).next();
            next.carrying()
                    .ifPresent(now -> assertThat(now.hasLeft(now.link().lane())).isFalse());
            if (next instanceof Switching(var from, var to, var _, var _, var _)) {
                assertThat(to.lane()).isNotEqualTo(from.link().lane());
            }
        });
    }

    @Test
    void onlyRestWithoutLockdown_andAPause_openTheFirewall() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            if (step.effects().contains(Policies.open())) {
                var paused = step.next() instanceof Paused;
                var resting = step.next() instanceof Disconnected(var _, var locked) && !locked && !world.lockdown();
                assertThat(paused || resting).as("%s on %s", state, event).isTrue();
            }
        });
    }

    @Test
    void whatIsLocked_staysShut() {
        everyPair((state, event, world) -> {
            var before = state instanceof Disconnected(var _, var locked) && locked;
            var step = state.on(event, world);
            if (before && world.lockdown() && !(step.next() instanceof Paused)) {
                assertThat(step.effects()).doesNotContain(Policies.open());
            }
        });
    }

    @Test
    void aPause_isOnDiskBeforeAnythingOpens_andAlwaysEnds() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            if (step.next() instanceof Paused paused && !(state instanceof Paused)) {
                assertThat(step.effects())
                        .containsSubsequence(
                                new Effect.RememberPause(Optional.of(paused.until())),
                                Policies.open(),
                                new Effect.SetTimer(paused.length()));
            }
            if (step.next() instanceof Paused paused) {
                var over = paused.on(new Event.EndPause(), world);
                assertThat(over.next()).isNotInstanceOf(Paused.class);
                assertThat(over.effects()).contains(new Effect.RememberPause(Optional.empty()));
            }
        });
    }

    @Test
    void whatAnotherProgramChanged_isPutBackWhereSomethingIsPromised() {
        everyPair((state, event, world) -> {
            var next = state.on(event, world).next();
            var back = next.on(new Event.Tampered(), world);
            var open = next instanceof Paused
                    || (next instanceof Disconnected(var _, var locked) && !locked)
                    || (next instanceof Preparing(var _, Standing.Rest(var shut), var _) && !shut)
                    || (next instanceof Blocked blocked && blocked.leaksPossible());
            assertThat(back.next()).isEqualTo(next);
            assertThat(back.effects().stream().anyMatch(Effect.ApplyFirewall.class::isInstance))
                    .as("%s", next)
                    .isEqualTo(!open);
        });
    }

    @Test
    void trafficIsLedIntoATunnel_onlyBehindItsFirewallAndWithItsDevice() {
        everyPair((state, event, world) -> {
            var effects = state.on(event, world).effects();
            for (var i = 0; i < effects.size(); i++) {
                if (effects.get(i) instanceof Effect.Divert(var link)) {
                    var tunnel = tunnelOf(link, effects.subList(0, i));
                    assertThat(tunnel).as("%s on %s", state, event).isPresent();
                    assertThat(tunnel.get().carries()).isEqualTo(Carries.NEW);
                    if (!hasDevice(state)) {
                        assertThat(effects.subList(0, i)).contains(new Effect.StartDevice(link));
                    }
                }
            }
        });
    }

    private static Connected bare(Connected with) {
        return new Connected(with.link(), with.since(), with.proof(), with.pulse(), List.of(), with.standby());
    }

    @Test
    void aTunnelIsCalledConnected_onlyOnAProofOrAsItWas() {
        everyPair((state, event, world) -> {
            if (state.on(event, world).next() instanceof Connected now && !(state instanceof Connected)) {
                var asItWas = state.carrying()
                        .filter(held -> bare(held).found(now.pulse()).equals(bare(now)))
                        .isPresent();
                var tried = state instanceof Connecting
                        || state instanceof Racing
                        || state instanceof Switching
                        || state instanceof FailingOver;
                var proven =
                        state instanceof FailingOver failing && failing.ready().isPresent();
                assertThat(asItWas || proven || (tried && event instanceof Event.Proven))
                        .as("%s on %s", state, event)
                        .isTrue();
            }
        });
    }

    @Test
    void whatCouldNotBePutBack_isTriedAgain_whenTheUserDisconnectsAgain() {
        var left = new Disconnected(Optional.of(NO_ROUTES), false).on(new Event.Disconnect(), WORLD);
        assertThat(left.next()).isInstanceOf(Disconnecting.class);
        assertThat(left.effects()).containsExactly(new Effect.TearDown());
        var offline = new Disconnected(Optional.of(OFFLINE), false).on(new Event.Disconnect(), WORLD);
        assertThat(offline.next()).isEqualTo(new Disconnected(Optional.empty(), false));
    }

    @Test
    void aTunnelIsTornDown_onlyBehindAClosedFirewallOrToRest() {
        everyPair((state, event, world) -> {
            var effects = state.on(event, world).effects();
            var tearDown = effects.indexOf(new Effect.TearDown());
            var startsIdle = state instanceof Disconnected
                    && (event instanceof Event.CleanUp
                            || event instanceof Event.StayPaused
                            || event instanceof Event.Disconnect)
                    && !world.lockdown();
            var cleansAPause = state instanceof Disconnected && event instanceof Event.StayPaused;
            if (tearDown >= 0 && !startsIdle && !cleansAPause && !(state instanceof Disconnecting)) {
                assertThat(effects.subList(0, tearDown))
                        .anySatisfy(effect -> assertThat(effect).isEqualTo(Policies.blocked(world)));
            }
        });
    }

    @Test
    void whoeverAsked_isAnsweredWhenThingsSettle() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            var settles = step.next() instanceof Connected
                    || step.next() instanceof Disconnected
                    || step.next() instanceof Paused
                    || step.next() instanceof Blocked;
            var asked = event instanceof Event.Connect
                    || event instanceof Event.Disconnect
                    || event instanceof Event.Pause
                    || event instanceof Event.EndPause
                    || isBusy(state);
            if (settles && asked) {
                assertThat(step.effects())
                        .anySatisfy(effect -> assertThat(effect).isInstanceOf(Effect.Answer.class));
            }
        });
    }

    @Test
    void everyBusyState_hasWorkUnderWayThatEndsIt() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            var busy = isBusy(step.next()) || step.next() instanceof FailingOver;
            if (busy && !step.next().getClass().equals(state.getClass())) {
                var waits = step.next() instanceof Switching(var from, var to, var _, var _, var _)
                        && from.hasLeft(to.lane());
                assertThat(step.effects())
                        .anySatisfy(effect -> assertThat(effect)
                                .isInstanceOfAny(
                                        Effect.Provision.class,
                                        Effect.Prove.class,
                                        Effect.ProveBeside.class,
                                        Effect.TearDown.class,
                                        waits ? Effect.SetTimer.class : Effect.TearDown.class));
            }
        });
    }

    @Test
    void aBlock_goesOnByItself_whereATunnelWasWantedAndMayComeBack() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            if (step.next() instanceof Blocked now && !now.equals(state)) {
                assertThat(step.effects().stream().anyMatch(Effect.SetTimer.class::isInstance))
                        .as("%s on %s", state, event)
                        .isEqualTo(now.retry().isPresent() || now.leaksPossible());
                var refused = event.equals(new Event.Failed(Samples.NO_ROUTES)) && hasDevice(state);
                var notTakenDown = event.equals(new Event.TornDown(Optional.of(Samples.NO_ROUTES)))
                        && state instanceof Disconnecting(Disconnecting.ThenConnect _);
                if (refused || notTakenDown) {
                    assertThat(now.retry()).as("%s on %s", state, event).isPresent();
                }
            }
        });
    }

    /// What a check for life came to leads to the next one.
    @Test
    void aTunnelThatStays_isLookedAtAgain() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            var checked = event instanceof Event.TimerFired
                    || event instanceof Event.Alive
                    || event instanceof Event.Quiet
                    || event instanceof Event.Proven
                    || event instanceof Event.Unproven
                    || event instanceof Event.Unsettled;
            var beside = state instanceof Connected(var link, var _, var _, var _, var _, var _)
                    && ((event instanceof Event.Proven(var lane, var _) && lane != link.lane())
                            || (event instanceof Event.Unproven(var other, var _) && other != link.lane()));
            if (step.next() instanceof Connected && checked && !beside) {
                assertThat(step.effects())
                        .as("%s on %s", state, event)
                        .anySatisfy(effect -> assertThat(effect)
                                .isInstanceOfAny(Effect.SetTimer.class, Effect.CheckLife.class, Effect.Prove.class));
            }
        });
    }

    @Test
    void aTunnel_isOnDiskAsWanted_beforeItIsBuiltOrTakesOver() {
        everyPair((state, event, world) -> {
            var step = state.on(event, world);
            var effects = step.effects();
            for (var i = 0; i < effects.size(); i++) {
                var built = effects.get(i) instanceof Effect.StartDevice(var link)
                                && !(state instanceof Connecting || step.next() instanceof Racing)
                                && !(step.next() instanceof Switching || step.next() instanceof FailingOver)
                        ? Optional.of(link)
                        : Optional.<Link>empty();
                var taken = (state instanceof Switching || state instanceof FailingOver || state instanceof Racing)
                                && effects.get(i) instanceof Effect.Divert(var link)
                        ? Optional.of(link).filter(other -> other.lane() != standing(state))
                        : Optional.<Link>empty();
                if (built.or(() -> taken).isPresent()) {
                    assertThat(effects.subList(0, i)).contains(new Effect.Remember(built.or(() -> taken)));
                }
            }
        });
    }

    @Test
    void everyState_hasAWayToRest() {
        everyPair((state, event, world) -> {
            var now = state.on(event, world).next();
            now = now.on(new Event.Disconnect(), world).next();
            now = now.on(new Event.TornDown(Optional.empty()), world).next();

            assertThat(now).isInstanceOf(Disconnected.class);
        });
    }

    @Test
    void everyState_canBeShown() {
        everyPair((state, event, world) -> {
            assertThat(Views.of(state.on(event, world).next())).isInstanceOf(TunnelView.class);
        });
    }

    @Test
    void aKeyRefusedWhileOpen_changesNothing() {
        var preparing = new Preparing(new Target.Fastest(), new Standing.Rest(false), Optional.empty());
        var cause = new ErrorCause.KeyRefused();

        assertThat(preparing.on(new Event.NotProvisioned(cause), WORLD))
                .isEqualTo(Step.to(
                        new Disconnected(Optional.of(cause), false),
                        new Effect.CancelWork(),
                        new Effect.Answer(Optional.of(cause))));
    }

    @Test
    void aSwitchThatCannotBePrepared_keepsTheTunnel() {
        var connected = Samples.connectedTo(LONDON);
        var preparing = connected
                .on(new Event.Connect(new Target.Chosen("ap-northeast-1")), WORLD)
                .next();

        assertThat(preparing.on(new Event.NotProvisioned(OFFLINE), WORLD).next())
                .isEqualTo(connected.found(Pulse.ASKED));
    }

    @Test
    void anotherServer_takesOverWhenItIsProven_andNotBefore() {
        var connected = Samples.connectedTo(LONDON);
        var preparing = connected.on(new Event.Connect(new Target.Chosen("ap-northeast-1")), WORLD);
        var switching = preparing.next().on(new Event.Provisioned(TOKYO, List.of()), WORLD);
        var to = TOKYO.in(Lane.SECOND);

        assertThat(switching.effects())
                .startsWith(Policies.trying(LONDON, to, WORLD), new Effect.StartDevice(to))
                .noneMatch(effect -> effect instanceof Effect.Divert || effect instanceof Effect.TearDown);
        var over = switching.next().on(new Event.Proven(Lane.SECOND, PROOF), WORLD);
        assertThat(over.effects())
                .startsWith(
                        new Effect.Remember(Optional.of(to)),
                        Policies.standing((Connected) over.next(), WORLD),
                        new Effect.Divert(to));
        assertThat(over.next().carrying().orElseThrow().hasLeft(Lane.FIRST)).isTrue();
    }

    @Test
    void aKeyThatIsOld_isReplacedBesideTheTunnel_andNobodyNotices() {
        var connected = Samples.connectedTo(LONDON, WORLD.now().minusSeconds(90_000));
        var asked = connected.on(new Event.KeyOld(), WORLD);
        assertThat(asked).isEqualTo(Step.to(connected, new Effect.FindOtherKey(LONDON)));

        var found = new Event.OtherKeyFound(LONDON.server().id(), Optional.of(Samples.OTHER_KEY));
        var tried = connected.on(found, WORLD);
        var other = Samples.OTHER_KEY.in(Lane.SECOND);
        assertThat(tried.effects()).contains(new Effect.StartDevice(other));
        assertThat(Views.of(tried.next())).isEqualTo(Views.of(connected));

        var taken = tried.next().on(new Event.Proven(Lane.SECOND, PROOF), WORLD);
        assertThat(taken.next()).isInstanceOfSatisfying(Connected.class, now -> {
            assertThat(now.link()).isEqualTo(other);
            assertThat(now.since()).isEqualTo(connected.since());
            assertThat(now.left()).map(Connected.Left::link).contains(LONDON);
        });

        var refused = tried.next().on(new Event.Failed(Samples.NO_ROUTES), WORLD);
        assertThat(((Connected) refused.next()).link()).isEqualTo(LONDON);
        assertThat(refused.effects()).contains(new Effect.Answer(Optional.empty()));
    }

    @Test
    void aKeyForWhatStandsNoMore_orIsDoubted_isNotUsed() {
        var found = new Event.OtherKeyFound(LONDON.server().id(), Optional.of(Samples.OTHER_KEY));
        var doubted = new Connected(LONDON, WORLD.now(), PROOF, Pulse.DOUBTED, List.of(), Optional.empty());

        for (var state : List.of(Samples.connectedTo(PARIS), doubted)) {
            assertThat(state.on(found, WORLD)).isEqualTo(Step.to(state));
        }
    }

    @Test
    void aServerThatIsNotProven_leavesEverythingAsItWas() {
        var connected = Samples.connectedTo(LONDON);
        State now = new Switching(connected, PARIS.in(Lane.SECOND), false, 1);
        var step = now.on(new Event.Unproven(Lane.SECOND, false), WORLD);
        for (var attempt = 1; attempt < Switching.MAX_ATTEMPTS; attempt++) {
            step = step.next().on(new Event.Unproven(Lane.SECOND, false), WORLD);
        }

        assertThat(step.next()).isEqualTo(connected.found(Pulse.ASKED));
        assertThat(step.effects())
                .containsSubsequence(
                        Policies.through(LONDON, WORLD),
                        new Effect.StopDevice(Lane.SECOND),
                        new Effect.Answer(Optional.of(Connecting.silence(PARIS, false, Switching.MAX_ATTEMPTS))),
                        Pulse.ASKED.timer());
    }

    @Test
    void whatWasLeft_isTakenDownAfterTenMinutes() {
        var still = Samples.switched(WORLD.now().plusSeconds(1)).on(new Event.TimerFired(), WORLD);
        assertThat(still.effects()).noneMatch(Effect.StopDevice.class::isInstance);

        var gone = Samples.switched(WORLD.now()).on(new Event.TimerFired(), WORLD);
        assertThat(gone.effects()).startsWith(Policies.trying(TOKYO.in(Lane.SECOND), LONDON, WORLD));
        assertThat(carries(gone.effects(), Lane.FIRST)).isEqualTo(Carries.NONE);

        var over = Samples.switched(WORLD.now().minus(Connected.LAST_ANSWERS)).on(new Event.TimerFired(), WORLD);
        assertThat(over.effects())
                .startsWith(Policies.through(TOKYO.in(Lane.SECOND), WORLD), new Effect.StopDevice(Lane.FIRST));
        assertThat(over.next().carrying().orElseThrow().left()).isEmpty();
    }

    @Test
    void aThirdTunnel_leavesWhatBeganInTheFirstAlone() {
        var connected = Samples.switched(WORLD.now().plusSeconds(100));
        var preparing = new Preparing(new Target.Fastest(), new Standing.Held(connected), Optional.empty());
        var to = PARIS.in(Lane.THIRD);

        var tried = preparing.on(new Event.Provisioned(PARIS, List.of()), WORLD);
        assertThat(tried.effects())
                .startsWith(Policies.trying(connected, to, WORLD), new Effect.StartDevice(to))
                .noneMatch(Effect.StopDevice.class::isInstance);
        assertThat(carries(tried.effects(), Lane.FIRST)).isEqualTo(Carries.STANDING);
        assertThat(carries(tried.effects(), Lane.SECOND)).isEqualTo(Carries.NEW);
        assertThat(carries(tried.effects(), Lane.THIRD)).isEqualTo(Carries.NONE);

        var taken = tried.next().on(new Event.Proven(Lane.THIRD, PROOF), WORLD);
        assertThat(taken.effects()).noneMatch(Effect.StopDevice.class::isInstance);
        assertThat(carries(taken.effects(), Lane.FIRST)).isEqualTo(Carries.STANDING);
        assertThat(carries(taken.effects(), Lane.SECOND)).isEqualTo(Carries.STANDING);
        assertThat(carries(taken.effects(), Lane.THIRD)).isEqualTo(Carries.NEW);

        var first = taken.next().on(new Event.DeviceLost(Lane.FIRST), WORLD);
        assertThat(first.effects()).endsWith(new Effect.StopDevice(Lane.FIRST));
        assertThat(((Connected) first.next()).left())
                .map(left -> left.link().lane())
                .containsExactly(Lane.SECOND);
    }

    @Test
    void aServerThatWasLeft_isGoneBackTo_andWhatBeganThereGoesOn() {
        var connected = Samples.switched(WORLD.now().plusSeconds(100));
        var preparing = new Preparing(new Target.Fastest(), new Standing.Held(connected), Optional.empty());

        var tried = preparing.on(new Event.Provisioned(LONDON.in(Lane.FOURTH), List.of()), WORLD);
        assertThat(tried.effects())
                .containsExactly(
                        Policies.returning(Samples.connectedTo(TOKYO.in(Lane.SECOND)), LONDON, WORLD),
                        new Effect.ProveBeside(LONDON, Connecting.window(LONDON, 1)));
        assertThat(carries(tried.effects(), Lane.FIRST)).isEqualTo(Carries.STANDING);

        var taken = tried.next().on(new Event.Proven(Lane.FIRST, PROOF), WORLD);
        assertThat(taken.effects()).contains(new Effect.Divert(LONDON)).noneMatch(Effect.StopDevice.class::isInstance);
        assertThat(carries(taken.effects(), Lane.FIRST)).isEqualTo(Carries.NEW);
        assertThat(carries(taken.effects(), Lane.SECOND)).isEqualTo(Carries.STANDING);

        var silent = tried.next().on(new Event.Unproven(Lane.FIRST, true), WORLD);
        assertThat(silent.effects()).contains(new Effect.StartDevice(LONDON));
        assertThat(silent.next()).isEqualTo(new Switching(connected.without(Lane.FIRST), LONDON, false, 1));
        var lost = tried.next().on(new Event.DeviceLost(Lane.FIRST), WORLD);
        assertThat(lost).isEqualTo(silent);
    }

    @Test
    void aServerThatWasLeft_isNotTriedTwice() {
        var connected = new Connected(
                TOKYO.in(Lane.SECOND),
                WORLD.now(),
                PROOF,
                Pulse.ASKED,
                List.of(new Connected.Left(PARIS, WORLD.now().plusSeconds(100))),
                Optional.of(PARIS));

        var doubt = connected.on(new Event.Unproven(Lane.SECOND, true), WORLD);

        assertThat(doubt.next()).isInstanceOfSatisfying(FailingOver.class, now -> {
            assertThat(now.to().lane()).isEqualTo(Lane.FIRST);
            assertThat(now.from().left()).isEmpty();
        });
    }

    private static Carries carries(List<Effect> effects, Lane lane) {
        return effects.stream()
                .flatMap(effect -> effect instanceof Effect.ApplyFirewall(Closed closed)
                        ? closed.tunnels().stream()
                        : Stream.<Tunnel>empty())
                .filter(tunnel -> tunnel.lane() == lane)
                .map(Tunnel::carries)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLaneThatWasLeftFirst_isClearedBeforeAnotherTunnelIsTriedInIt_whereNoneIsFree() {
        var connected = Samples.crowded(WORLD.now().plusSeconds(100));
        var preparing = new Preparing(new Target.Fastest(), new Standing.Held(connected), Optional.empty());

        var clearing = preparing.on(new Event.Provisioned(Samples.OTHER_KEY, List.of()), WORLD);
        assertThat(clearing.effects())
                .containsExactly(
                        Policies.standing(connected.clearing(Lane.FIRST, WORLD.now()), WORLD),
                        new Effect.SetTimer(Duration.ofMillis(250)));
        assertThat(carries(clearing.effects(), Lane.FIRST)).isEqualTo(Carries.NONE);
        assertThat(carries(clearing.effects(), Lane.SECOND)).isEqualTo(Carries.STANDING);
        var begun = clearing.next().on(new Event.TimerFired(), WORLD);
        assertThat(begun.effects())
                .startsWith(
                        Policies.trying(connected.without(Lane.FIRST), Samples.OTHER_KEY, WORLD),
                        new Effect.StartDevice(Samples.OTHER_KEY));
    }

    @Test
    void whatWasLeft_mayDieWhileAnotherIsTried() {
        var connected = Samples.crowded(WORLD.now().plusSeconds(100)).without(Lane.FIRST);
        for (var state : List.of(
                new Switching(connected, LONDON, true, 2),
                new FailingOver(connected, LONDON, Optional.of(PROOF), false, 2))) {
            var step = state.on(new Event.DeviceLost(Lane.SECOND), WORLD);

            assertThat(step.next()).isInstanceOf(state.getClass());
            assertThat(step.effects())
                    .containsExactly(
                            Policies.trying(connected.without(Lane.SECOND), LONDON, WORLD),
                            new Effect.StopDevice(Lane.SECOND));
        }
    }

    @Test
    void whatWasLeft_isTakenDownOneByOne() {
        var first = Samples.crowded(WORLD.now().minus(Connected.LAST_ANSWERS)).on(new Event.TimerFired(), WORLD);
        assertThat(first.effects())
                .filteredOn(Effect.StopDevice.class::isInstance)
                .containsExactly(new Effect.StopDevice(Lane.FIRST));
        assertThat(((Connected) first.next()).left()).hasSize(2);

        var all = Samples.crowded(WORLD.now().minusSeconds(500)).on(new Event.TimerFired(), WORLD);
        assertThat(all.effects())
                .startsWith(Policies.through(PARIS.in(Lane.FOURTH), WORLD))
                .filteredOn(Effect.StopDevice.class::isInstance)
                .hasSize(3);
    }

    @Test
    void aTunnelThatFailsOver_keepsWhatWasLeftElsewhere_andEndsWhatWasLeftFirst() {
        var connected = Samples.crowded(WORLD.now().plusSeconds(100)).found(Pulse.ASKED);
        var doubt = connected.on(new Event.Unproven(Lane.FOURTH, true), WORLD);
        assertThat(doubt.next()).isInstanceOfSatisfying(FailingOver.class, now -> {
            assertThat(now.to().lane()).isEqualTo(Lane.FIRST);
            assertThat(now.from().left()).map(left -> left.link().lane()).containsExactly(Lane.THIRD, Lane.SECOND);
        });
        var other = doubt.next().on(new Event.Proven(Lane.FIRST, PROOF), WORLD);
        var moved = other.next().on(new Event.Unproven(Lane.FOURTH, true), WORLD);
        assertThat(moved.effects())
                .filteredOn(Effect.StopDevice.class::isInstance)
                .containsExactly(new Effect.StopDevice(Lane.FOURTH));
        assertThat(((Connected) moved.next()).left()).hasSize(2);
    }

    @Test
    void aTunnelThatDiesWhileAnotherIsTried_waitsForThatOne_behindTheFirewall() {
        var connected = Samples.connectedTo(LONDON);
        var to = TOKYO.in(Lane.SECOND);

        var step = new Switching(connected, to, true, 2).on(new Event.DeviceLost(Lane.FIRST), WORLD);

        assertThat(step.next()).isInstanceOf(Connecting.class);
        assertThat(step.effects())
                .containsSubsequence(
                        new Effect.Remember(Optional.of(to)),
                        Policies.through(to, WORLD),
                        new Effect.Divert(to),
                        new Effect.StopDevice(Lane.FIRST));
    }

    @Test
    void aSilentServer_isReplacedOnlyWhenAnotherAnswersAndItStillDoesNot() {
        var connected = new Connected(LONDON, Samples.NOON, PROOF, Pulse.FLOWING, List.of(), Optional.of(PARIS));
        var to = PARIS.insteadOf(LONDON).in(Lane.SECOND);

        var doubt = connected.on(new Event.Unproven(Lane.FIRST, true), WORLD);
        assertThat(doubt.effects())
                .startsWith(Policies.trying(LONDON, to, WORLD))
                .contains(new Effect.StartDevice(to))
                .noneMatch(Effect.Divert.class::isInstance);

        var otherFirst = doubt.next().on(new Event.Proven(Lane.SECOND, PROOF), WORLD);
        assertThat(otherFirst.next()).isInstanceOf(FailingOver.class);
        assertThat(otherFirst.effects()).isEmpty();
        var both = otherFirst.next().on(new Event.Unproven(Lane.FIRST, true), WORLD);
        assertThat(((Connected) both.next()).link()).isEqualTo(to);
        assertThat(both.effects()).contains(new Effect.Divert(to));
        assertThat(to.reason()).isEqualTo(new Reason.Instead("City"));

        var silentFirst = doubt.next().on(new Event.Unproven(Lane.FIRST, true), WORLD);
        assertThat(silentFirst
                        .next()
                        .on(new Event.Proven(Lane.SECOND, PROOF), WORLD)
                        .effects())
                .contains(new Effect.Divert(to));
    }

    @Test
    void aServerThatAnswersAfterAll_isKept_andTheOtherGoes() {
        var failing = Samples.failingOver(Optional.of(PROOF), false, 1);
        for (var event : List.of(new Event.Alive(), new Event.Proven(Lane.FIRST, PROOF))) {
            var step = failing.on(event, WORLD);
            assertThat(((Connected) step.next()).link()).isEqualTo(LONDON);
            assertThat(step.effects())
                    .containsSubsequence(Policies.through(LONDON, WORLD), new Effect.StopDevice(Lane.SECOND))
                    .contains(new Effect.Divert(LONDON));
        }
    }

    @Test
    void whereNeitherAnswers_theNetworkIsDown_andNobodyMoves() {
        var step = Samples.failingOver(Optional.empty(), true, FailingOver.MAX_ATTEMPTS)
                .on(new Event.Unproven(Lane.SECOND, false), WORLD);

        assertThat(((Connecting) step.next()).link()).isEqualTo(LONDON);
        assertThat(((Connecting) step.next()).why()).contains(new ErrorCause.NetworkDown("eu-west-1", "eu-west-3"));
        assertThat(step.effects()).contains(new Effect.StopDevice(Lane.SECOND), new Effect.Divert(LONDON));
    }

    @Test
    void aTunnelIsLookedAtOftenWhileItIsUsed_andSeldomWhileNobodyUsesIt() {
        var flowing = Samples.connectedTo(LONDON).on(new Event.Alive(), WORLD);
        assertThat(flowing.effects()).containsExactly(new Effect.SetTimer(Duration.ofMillis(200)));
        var quiet = flowing.next().on(new Event.Quiet(), WORLD);
        assertThat(quiet.effects()).containsExactly(new Effect.SetTimer(Duration.ofSeconds(3)));
        var asked = quiet.next().on(new Event.TimerFired(), WORLD);
        assertThat(asked.effects()).containsExactly(new Effect.CheckLife(LONDON, PROOF, true, Duration.ofMillis(450)));
        assertThat(asked.next().on(new Event.Proven(Lane.FIRST, PROOF), WORLD).effects())
                .containsExactly(new Effect.SetTimer(Duration.ofSeconds(3)));
    }

    @Test
    void theServerThatIsAlreadyConnected_isKept_thoughItIsTheFastestAgain() {
        var connected = Samples.connectedTo(LONDON);
        var preparing = new Preparing(new Target.Fastest(), new Standing.Held(connected), Optional.empty());

        var step = preparing.on(new Event.Provisioned(LONDON, List.of()), WORLD);

        assertThat(step.next()).isEqualTo(connected.found(Pulse.ASKED));
        assertThat(step.effects()).contains(new Effect.Answer(Optional.empty()));
    }

    @Test
    void aRememberedConfigThatDoesNotWork_isAskedForAnew() {
        var last = new Connecting(TOKYO, List.of(), Optional.empty(), false, Connecting.MAX_ATTEMPTS, 0);

        var step = last.on(new Event.Unproven(Lane.FIRST, false), WORLD);

        assertThat(step.effects()).contains(new Effect.TearDown());
        assertThat(step.effects().getLast()).isInstanceOf(Effect.Provision.class);
    }

    @Test
    void besideATunnel_theSameConfigOnceMore_isNotTriedAgain_butAnotherIs() {
        var tokyo = TOKYO.in(Lane.SECOND);
        var last = new Switching(Samples.connectedTo(LONDON), tokyo, false, Switching.MAX_ATTEMPTS);
        var asked = last.on(new Event.Unproven(Lane.SECOND, false), WORLD).next();

        var same = asked.on(new Event.Provisioned(TOKYO.notRemembered(), List.of()), WORLD);
        assertThat(((Connected) same.next()).link()).isEqualTo(LONDON);
        assertThat(same.effects())
                .contains(new Effect.Answer(Optional.of(Connecting.silence(tokyo, false, Switching.MAX_ATTEMPTS))));
        var other = asked.on(
                new Event.Provisioned(Samples.link(TOKYO.server().id(), "203.0.113.6", false), List.of()), WORLD);
        assertThat(other.next()).isInstanceOf(Switching.class);
    }

    @Test
    void aServerThatIsSilentWhileTheApiIsOutOfReach_isNotBlamed() {
        var silent = new ErrorCause.NoHandshake("203.0.113.6:51820", Duration.ofSeconds(10));
        var renewing = Preparing.renewing(LONDON, silent, 1);

        var offline = renewing.on(new Event.NotProvisioned(OFFLINE), WORLD).next();
        assertThat(((Connecting) offline).why()).contains(OFFLINE);
        var broken = new ErrorCause.ApiTooSlow("POST /api/provision", Duration.ofSeconds(45));
        var other = renewing.on(new Event.NotProvisioned(broken), WORLD).next();
        assertThat(((Connecting) other).why()).contains(silent);
    }

    @Test
    void aServerThatNeverAnswers_blocksAndTriesAgainLater() {
        State now = new Connecting(LONDON, List.of(), Optional.empty(), false, 1, 0);
        for (var attempt = 1; attempt <= Connecting.MAX_ATTEMPTS; attempt++) {
            now = now.on(new Event.Unproven(Lane.FIRST, false), WORLD).next();
        }

        assertThat(now).isInstanceOf(Blocked.class);
        assertThat(((Blocked) now).cause()).isInstanceOf(ErrorCause.NoHandshake.class);
        assertThat(now.on(new Event.TimerFired(), WORLD).effects()).isNotEmpty();
    }

    @Test
    void whoWantedTheFastest_isNotHeldToOneThatIsDead_butWhoChoseIs() {
        var silent = new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(10));
        var fastest = Samples.because(LONDON, new Reason.Fastest(Duration.ofMillis(9), 3, 3));

        var again = Blocked.enter(silent, Optional.of(fastest), 1, WORLD).next().on(new Event.TimerFired(), WORLD);
        assertThat(again.effects()).containsExactly(new Effect.Provision(new Target.Fastest(), Optional.empty()));
        var found = again.next().on(new Event.Provisioned(fastest, List.of(PARIS)), WORLD);
        assertThat(((Connecting) found.next()).others()).containsExactly(PARIS);
        assertThat(Blocked.enter(silent, Optional.of(LONDON), 1, WORLD)
                        .next()
                        .on(new Event.TimerFired(), WORLD)
                        .effects())
                .containsExactly(
                        new Effect.Provision(new Target.Chosen(LONDON.server().id()), Optional.of(LONDON)));
    }

    @Test
    void whatTheSystemRefusesATunnel_isTriedAgainBehindTheBlock() {
        for (var state : List.of(
                Samples.connectedTo(LONDON), new Connecting(LONDON, List.of(), Optional.empty(), false, 1, 0))) {
            var step = state.on(new Event.Failed(Samples.NO_ROUTES), WORLD);

            assertThat(step.effects())
                    .containsSubsequence(Policies.blocked(WORLD), new Effect.TearDown())
                    .anySatisfy(effect -> assertThat(effect).isInstanceOf(Effect.SetTimer.class));
            assertThat(step.next().on(new Event.TimerFired(), WORLD).next()).isInstanceOf(Preparing.class);
        }
    }

    @Test
    void aNetworkThatChangesWhileTheApiIsAsked_isAskedOverTheNewOne() {
        var target = new Target.Chosen("eu-west-1");
        var preparing = new Preparing(target, new Standing.Rest(false), Optional.empty());

        assertThat(preparing.on(new Event.Unsettled(), WORLD))
                .isEqualTo(Step.to(preparing, new Effect.Provision(target, Optional.empty())));
        var renewing = Preparing.renewing(LONDON, OFFLINE, 1);
        assertThat(renewing.on(new Event.Unsettled(), WORLD).effects())
                .containsExactly(
                        new Effect.Provision(new Target.Chosen(LONDON.server().id()), Optional.of(LONDON)));
    }

    @Test
    void aFirewallThatIsRefused_neverTakesTheTunnelDown() {
        var step = Samples.connectedTo(LONDON).on(new Event.Failed(NO_FIREWALL), WORLD);

        assertThat(step.effects()).doesNotContain(new Effect.TearDown());
        assertThat(((Blocked) step.next()).leaksPossible()).isTrue();
    }

    @Test
    void aBlockThatCouldNotBePutUp_isTriedAgain_andThenTheTunnel() {
        var leaking = Samples.connectedTo(LONDON).on(new Event.Failed(NO_FIREWALL), WORLD);
        assertThat(leaking.effects()).anySatisfy(effect -> assertThat(effect).isInstanceOf(Effect.SetTimer.class));

        var shut = leaking.next().on(new Event.TimerFired(), WORLD);
        assertThat(shut.effects()).startsWith(Policies.blocked(WORLD), new Effect.TearDown());
        assertThat(((Blocked) shut.next()).leaksPossible()).isFalse();
        assertThat(((Blocked) shut.next()
                                .on(new Event.Failed(NO_FIREWALL), WORLD)
                                .next())
                        .leaksPossible())
                .isTrue();
        assertThat(shut.next().on(new Event.TimerFired(), WORLD).next()).isInstanceOf(Preparing.class);
    }

    @Test
    void aPauseThatIsOver_bringsTheSameTunnelBackBehindTheBlock() {
        var paused = new Paused(Samples.NOON, Duration.ofMinutes(5), new Paused.ThenConnect(LONDON));

        var step = paused.on(new Event.TimerFired(), WORLD);

        assertThat(step.effects()).containsSubsequence(Policies.blocked(WORLD), new Effect.TearDown());
        var back = step.next().on(new Event.TornDown(Optional.empty()), WORLD);
        assertThat(back.next())
                .isInstanceOfSatisfying(
                        Connecting.class, c -> assertThat(c.link()).isEqualTo(LONDON));
    }

    @Test
    void aTimerThatFiresEarly_waitsForTheRest_andAClockThatWasSetBackEndsThePause() {
        var paused = new Paused(Samples.NOON.plusSeconds(100), Duration.ofMinutes(5), new Paused.ThenRest());
        assertThat(paused.on(new Event.TimerFired(), WORLD))
                .isEqualTo(Step.to(paused, new Effect.SetTimer(Duration.ofSeconds(100))));

        var setBack = new Paused(Samples.NOON.plusSeconds(10_000), Duration.ofMinutes(5), new Paused.ThenRest());
        assertThat(setBack.on(new Event.Unsettled(), Samples.LOCKDOWN).next())
                .isEqualTo(new Disconnected(Optional.empty(), true));
    }

    @Test
    void ownResolvers_takeThePlaceOfTheConfigs_whileConnected() {
        var connected = Samples.connectedTo(LONDON);

        var step = connected.on(new Event.SettingsChanged(), Samples.LOCKDOWN);

        var asking = ((Connected) step.next()).link();
        assertThat(asking.resolvers()).isEqualTo(Samples.LOCKDOWN.resolvers());
        assertThat(step.effects())
                .containsExactly(Policies.through(asking, Samples.LOCKDOWN), new Effect.Divert(asking));
    }

    @Test
    void afterSleepOrAnotherNetwork_theTunnelIsProvenAnew() {
        var step = Samples.connectedTo(LONDON).on(new Event.Unsettled(), WORLD);

        assertThat(step.next()).isInstanceOf(Connected.class);
        assertThat(step.effects().getFirst()).isEqualTo(new Effect.Roam(LONDON));
        assertThat(step.effects().getLast()).isInstanceOf(Effect.Prove.class);
    }

    @Test
    void aNetworkThatChangesWhileItConnects_doesNotBreakOffTheHandshake() {
        for (var state : List.of(
                new Connecting(LONDON, List.of(), Optional.empty(), false, 1, 0),
                new Switching(Samples.connectedTo(LONDON), TOKYO.in(Lane.SECOND), false, 1),
                Samples.failingOver(Optional.empty(), false, 1))) {
            assertThat(state.on(new Event.Unsettled(), WORLD).effects())
                    .noneMatch(Effect.RetryHandshake.class::isInstance)
                    .anySatisfy(effect -> assertThat(effect).isInstanceOf(Effect.Roam.class));
        }
    }

    @Test
    void windows_areAlikeThreeTimes_andGrowFromThreeRoundTripsToTwoSeconds() {
        for (var attempt = 1; attempt <= 3; attempt++) {
            assertThat(Connecting.window(LONDON, attempt)).isEqualTo(Duration.ofMillis(120));
        }
        assertThat(Connecting.window(LONDON, 4)).isEqualTo(Duration.ofMillis(180));
        assertThat(Connecting.window(LONDON, 20)).isEqualTo(Duration.ofSeconds(2));
    }

    private static boolean hasDevice(State state) {
        return state instanceof Connected
                || state instanceof Connecting
                || state instanceof Racing
                || state instanceof Switching
                || state instanceof FailingOver
                || (state instanceof Preparing(var _, Standing.Held _, var _));
    }

    private static Lane standing(State state) {
        return state instanceof Racing racing
                ? racing.ahead().link().lane()
                : state.carrying().orElseThrow().link().lane();
    }

    private static boolean isBusy(State state) {
        return state instanceof Preparing
                || state instanceof Connecting
                || state instanceof Racing
                || state instanceof Switching
                || state instanceof Disconnecting;
    }
}
