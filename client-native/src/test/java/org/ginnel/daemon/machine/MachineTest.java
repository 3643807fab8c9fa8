// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.machine.Samples.LONDON;
import static org.ginnel.daemon.machine.Samples.NO_FIREWALL;
import static org.ginnel.daemon.machine.Samples.OFFLINE;
import static org.ginnel.daemon.machine.Samples.PROOF;
import static org.ginnel.daemon.machine.Samples.TOKYO;
import static org.ginnel.daemon.machine.Samples.WORLD;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state meets every event.
class MachineTest {

    static Stream<Arguments> everyPair() {
        return Samples.states().stream()
                .flatMap(state -> Samples.events().stream().map(event -> Arguments.of(state, event)));
    }

    @Test
    void theSamples_nameEveryStateAndEvent() {
        assertThat(Samples.states().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(State.class.getPermittedSubclasses()));
        assertThat(Samples.events().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Event.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void noDeviceStarts_beforeTheFirewallStandsForIt(State state, Event event) {
        var effects = state.on(event, WORLD).effects();
        for (var i = 0; i < effects.size(); i++) {
            if (effects.get(i) instanceof Effect.StartDevice(var link)) {
                assertThat(effects.subList(0, i)).contains(Policies.through(link, WORLD));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyDisconnected_opensTheFirewall(State state, Event event) {
        var step = state.on(event, WORLD);
        if (step.effects().contains(new Effect.ApplyFirewall(new FirewallPolicy.Open()))) {
            assertThat(step.next()).isInstanceOf(Disconnected.class);
            assertThat(state).isInstanceOf(Disconnecting.class);
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void trafficIsLedIntoATunnel_onlyBehindItsFirewallAndWithItsDevice(State state, Event event) {
        var effects = state.on(event, WORLD).effects();
        for (var i = 0; i < effects.size(); i++) {
            if (effects.get(i) instanceof Effect.Divert(var link)) {
                assertThat(effects.subList(0, i))
                        .containsSubsequence(Policies.through(link, WORLD), new Effect.StartDevice(link));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void aTunnelIsCalledConnected_onlyOnAProofOrAsItWas(State state, Event event) {
        if (state.on(event, WORLD).next() instanceof Connected now && !(state instanceof Connected)) {
            var asItWas = state instanceof Preparing(var _, Standing.Held(var held), var _) && held.equals(now);
            assertThat(asItWas || (state instanceof Connecting && event instanceof Event.Proven))
                    .as("%s on %s", state, event)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void aTunnelIsTornDown_onlyBehindAClosedFirewallOrToRest(State state, Event event) {
        var effects = state.on(event, WORLD).effects();
        var tearDown = effects.indexOf(new Effect.TearDown());
        var startsIdle = state instanceof Disconnected && event instanceof Event.CleanUp;
        if (tearDown >= 0 && !startsIdle && !(state instanceof Disconnecting(Disconnecting.ThenRest()))) {
            assertThat(effects.subList(0, tearDown))
                    .anySatisfy(effect -> assertThat(effect).isEqualTo(Policies.blocked(WORLD)));
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void whoeverAsked_isAnsweredWhenThingsSettle(State state, Event event) {
        var step = state.on(event, WORLD);
        var settles = step.next() instanceof Connected
                || step.next() instanceof Disconnected
                || step.next() instanceof Blocked;
        var asked = event instanceof Event.Connect || event instanceof Event.Disconnect || isBusy(state);
        if (settles && asked) {
            assertThat(step.effects()).anySatisfy(effect -> assertThat(effect).isInstanceOf(Effect.Answer.class));
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyBusyState_hasWorkUnderWayThatEndsIt(State state, Event event) {
        var step = state.on(event, WORLD);
        if (isBusy(step.next()) && !step.next().getClass().equals(state.getClass())) {
            assertThat(step.effects())
                    .anySatisfy(effect -> assertThat(effect)
                            .isInstanceOfAny(Effect.Provision.class, Effect.Prove.class, Effect.TearDown.class));
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyState_hasAWayToRest(State state, Event event) {
        var now = state.on(event, WORLD).next();
        now = now.on(new Event.Disconnect(), WORLD).next();
        now = now.on(new Event.TornDown(Optional.empty()), WORLD).next();

        assertThat(now).isInstanceOf(Disconnected.class);
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyState_canBeShown(State state, Event event) {
        assertThat(Views.of(state.on(event, WORLD).next())).isInstanceOf(TunnelView.class);
    }

    @Test
    void aKeyRefusedWhileOpen_changesNothing() {
        var preparing = new Preparing(new Target.Fastest(), new Standing.Open(), Optional.empty());
        var cause = new ErrorCause.KeyRefused();

        assertThat(preparing.on(new Event.NotProvisioned(cause), WORLD))
                .isEqualTo(Step.to(new Disconnected(Optional.of(cause)), new Effect.Answer(Optional.of(cause))));
    }

    @Test
    void aSwitchThatCannotBePrepared_keepsTheTunnel() {
        var connected = new Connected(LONDON, Samples.NOON, PROOF, false);
        var preparing = connected
                .on(new Event.Connect(new Target.Chosen("ap-northeast-1")), WORLD)
                .next();

        assertThat(preparing.on(new Event.NotProvisioned(OFFLINE), WORLD).next())
                .isEqualTo(connected);
    }

    @Test
    void aRememberedConfigThatDoesNotWork_isAskedForAnew() {
        var last = new Connecting(TOKYO, Optional.empty(), false, Connecting.MAX_ATTEMPTS, 0);

        var step = last.on(new Event.Unproven(false), WORLD);

        assertThat(step.effects()).contains(new Effect.TearDown());
        assertThat(step.effects().getLast()).isInstanceOf(Effect.Provision.class);
    }

    @Test
    void aServerThatNeverAnswers_blocksAndTriesAgainLater() {
        State now = new Connecting(LONDON, Optional.empty(), false, 1, 0);
        for (var attempt = 1; attempt <= Connecting.MAX_ATTEMPTS; attempt++) {
            now = now.on(new Event.Unproven(false), WORLD).next();
        }

        assertThat(now).isInstanceOf(Blocked.class);
        assertThat(((Blocked) now).cause()).isInstanceOf(ErrorCause.NoHandshake.class);
        assertThat(now.on(new Event.TimerFired(), WORLD).effects()).isNotEmpty();
    }

    @Test
    void aFirewallThatIsRefused_neverTakesTheTunnelDown() {
        var step = new Connected(LONDON, Samples.NOON, PROOF, false).on(new Event.Failed(NO_FIREWALL), WORLD);

        assertThat(step.effects()).doesNotContain(new Effect.TearDown());
        assertThat(((Blocked) step.next()).leaksPossible()).isTrue();
    }

    @Test
    void windows_growFromThreeRoundTripsToTwoSeconds() {
        assertThat(Connecting.window(LONDON, 1)).isEqualTo(Duration.ofMillis(300));
        assertThat(Connecting.window(LONDON, 2)).isEqualTo(Duration.ofMillis(450));
        assertThat(Connecting.window(LONDON, 20)).isEqualTo(Duration.ofSeconds(2));
    }

    private static boolean isBusy(State state) {
        return state instanceof Preparing || state instanceof Connecting || state instanceof Disconnecting;
    }
}
