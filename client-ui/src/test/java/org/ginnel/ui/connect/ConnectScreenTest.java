// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.Causes;
import org.ginnel.ui.connect.ConnectScreen.Context;
import org.ginnel.ui.connect.ConnectScreen.Control;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.connect.ConnectScreen.Offer;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectScreenTest {
    private static final TunnelView.Connected CONNECTED =
            Snapshots.connectedView(Servers.byId("eu-central-1"), new Reason.Fastest(Duration.ofMillis(9), 14, 15));

    private final Words words = Words.english();

    static Stream<TunnelView> views() {
        var frankfurt = Servers.byId("eu-central-1");
        var still = Stream.of(
                new TunnelView.Disconnected(Optional.empty()),
                new TunnelView.Disconnecting(),
                new TunnelView.Locked(Optional.empty()),
                new TunnelView.Paused(Servers.NOON.plusSeconds(582), Optional.of(frankfurt)),
                new TunnelView.Paused(Servers.NOON.plusSeconds(582), Optional.empty()),
                CONNECTED,
                Snapshots.connectedView(frankfurt, new Reason.ChosenByUser()),
                Snapshots.connectedView(frankfurt, new Reason.FirstOfList(3)));
        var connecting = Arrays.stream(TunnelView.Phase.values())
                .flatMap(phase -> Stream.of(
                        new TunnelView.Connecting(Optional.empty(), phase, 1),
                        new TunnelView.Connecting(Optional.of(frankfurt), phase, 3)));
        var failing = Causes.all()
                .flatMap(cause -> Stream.of(
                        new TunnelView.Disconnected(Optional.of(cause)),
                        new TunnelView.Locked(Optional.of(cause)),
                        new TunnelView.Reconnecting(frankfurt, cause, 2),
                        new TunnelView.Blocked(cause, Servers.NOON, false),
                        new TunnelView.Blocked(cause, Servers.NOON, true)));
        return Stream.of(still, connecting, failing).flatMap(views -> views);
    }

    @Test
    void theViewsOfThisTest_areAllThereAre() {
        assertThat(views().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(TunnelView.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyView_hasWordsAndAControl(TunnelView view) {
        var screen = screen(view);

        assertThat(words.say(screen.title())).isNotBlank();
        assertThat(words.say(screen.detail())).isNotBlank();
        assertThat(screen.steps()).isBetween(0, ConnectScreen.STEPS);
        assertThat(screen.look() == Look.SAFE).isEqualTo(view instanceof TunnelView.Connected);
        assertThat(screen.proof().isPresent()).isEqualTo(view instanceof TunnelView.Connected);
        assertThat(screen.countdown().isPresent()).isEqualTo(view instanceof TunnelView.Paused);
        assertThat(screen.details().isPresent())
                .isEqualTo(screen.problem().isPresent() && !(view instanceof TunnelView.Reconnecting));
        assertThat(screen.notice()).isEmpty();
        assertThat(screen.aside().choices())
                .allSatisfy(choice -> assertThat(words.say(choice.spoken())).contains(words.say(choice.label())));
        assertThat(screen.control() == Control.NOTHING).isEqualTo(view instanceof TunnelView.Disconnecting);
        assertThat(screen.facts())
                .allSatisfy(fact -> assertThat(words.say(fact.value())).isNotBlank());
    }

    @Test
    void connected_showsPlaceProofReasonExitAndTraffic() {
        var snapshot = Snapshots.connected(Servers.byId("eu-central-1"));
        var screen = ConnectScreen.of(snapshot, context(Servers.NOON.plusSeconds(62)));

        assertThat(words.say(screen.detail())).isEqualTo("Frankfurt, Germany");
        assertThat(screen.proof().map(words::say)).contains("Last round trip 11 ms, 1 min ago");
        assertThat(screen.why().map(why -> words.say(why.summary())))
                .contains("Fastest of 14 that answered, out of 15: 9 ms.");
        assertThat(screen.facts().stream().map(fact -> words.say(fact.label()) + ": " + words.say(fact.value())))
                .containsExactly("Time connected: 01:02", "Exit address: 203.0.113.7");
        assertThat(screen.country()).isEqualTo("Germany");
        var flow = screen.flow().orElseThrow();
        assertThat(words.say(flow.received())).isEqualTo("1.2 MB");
        assertThat(words.say(flow.down())).isEqualTo("0 B/s");
        assertThat(screen.problem()).isEmpty();
    }

    @Test
    void aPostQuantumTunnel_hasOneQuietLineMore_andAnyOtherNone() {
        var snapshot = Snapshots.connected(Servers.byId("eu-central-1"));
        for (var postQuantum : List.of(true, false)) {
            var key = new TunnelKey(postQuantum, Optional.of(Servers.NOON));
            var screen = ConnectScreen.of(Snapshots.withKey(snapshot, key), context(Servers.NOON));

            assertThat(screen.facts().stream()
                            .map(fact -> words.say(fact.label()) + ": " + words.say(fact.value()))
                            .filter("Encryption: Post-quantum"::equals))
                    .hasSize(postQuantum ? 1 : 0);
            assertThat(screen.facts()).hasSize(postQuantum ? 3 : 2);
        }
    }

    @Test
    void aSwitch_isToldBesideTheTunnelThatStands() {
        var snapshot = Snapshots.connected(Servers.byId("eu-central-1"));
        var stands = (TunnelView.Connected) snapshot.tunnel();
        for (var server : List.of(Optional.<Server>empty(), Optional.of(Servers.byId("ap-northeast-1")))) {
            var next = new TunnelView.Next(server, TunnelView.Phase.HANDSHAKE);
            var screen = ConnectScreen.of(
                    Snapshots.withTunnel(
                            snapshot,
                            new TunnelView.Connected(
                                    stands.server(),
                                    stands.since(),
                                    stands.proof(),
                                    stands.reason(),
                                    Optional.of(next))),
                    context(Servers.NOON));

            assertThat(screen.look()).isEqualTo(Look.SAFE);
            assertThat(words.say(screen.detail())).isEqualTo("Frankfurt, Germany");
            assertThat(screen.facts().stream().map(fact -> words.say(fact.label()) + ": " + words.say(fact.value())))
                    .contains("Switching to: " + (server.isEmpty() ? "Choosing a server" : "Tokyo, Japan"));
        }
    }

    @Test
    void whereEveryServerAnswered_noneIsCountedTwice() {
        assertThat(said(new Reason.Fastest(Duration.ofMillis(9), 3, 3)))
                .contains("Fastest of 3 servers measured: 9 ms.");
    }

    @Test
    void theOnlyServer_isNotCalledTheFastest() {
        assertThat(said(new Reason.Fastest(Duration.ofMillis(9), 1, 1))).contains("It is the only one: 9 ms.");
    }

    /// Who connects does not wait for the others once one has answered.
    @Test
    void theFirstToAnswer_doesNotMakeTheOthersLookDead() {
        assertThat(said(new Reason.Fastest(Duration.ofMillis(9), 1, 3)))
                .contains("First of 3 servers to answer: 9 ms.");
    }

    @Test
    void whoIsNotTheNearest_saysWhatWeighedMore() {
        assertThat(Stream.of(Reason.Merit.values())
                        .map(merit -> said(new Reason.Preferred(
                                        Duration.ofMillis(9), Duration.ofMillis(8), merit, 28, 500))
                                .orElseThrow()))
                .containsExactly(
                        "Chosen before, and no other is clearly faster: 9 ms, the nearest 8 ms.",
                        "Less busy than the nearest: 9 ms instead of 8 ms.",
                        "Loses fewer packets than the nearest: 9 ms instead of 8 ms.",
                        "Its operator would have it used more than the nearest: 9 ms instead of 8 ms.");
    }

    /// Of 500 servers some thirty are asked: the others are not called dead.
    @Test
    void whoWasNotAsked_isNotCalledDead() {
        var reason = new Reason.Preferred(Duration.ofMillis(9), Duration.ofMillis(8), Reason.Merit.LESS_BUSY, 28, 500);

        assertThat(screen(Snapshots.connectedView(Servers.byId("eu-central-1"), reason))
                        .why()
                        .orElseThrow()
                        .reasons())
                .map(words::say)
                .contains("472 of 500 were not asked or had not answered yet");
    }

    private Optional<String> said(Reason reason) {
        return screen(Snapshots.connectedView(Servers.byId("eu-central-1"), reason))
                .why()
                .map(why -> words.say(why.summary()));
    }

    @Test
    void aFailedAttempt_isToldWhereTheUserIsDisconnected() {
        var cause = new ErrorCause.Offline("api.example");

        var screen = screen(new TunnelView.Disconnected(Optional.of(cause)));

        assertThat(screen.look()).isEqualTo(Look.OPEN);
        assertThat(screen.control()).isEqualTo(Control.CONNECT);
        assertThat(screen.problem()).contains(Problem.of(cause));
    }

    @Test
    void aBlockThatLeaks_neverLooksBlocked() {
        var cause = new ErrorCause.DeviceLost("ginnel0");

        assertThat(screen(new TunnelView.Blocked(cause, Servers.NOON, false)).look())
                .isEqualTo(Look.CLOSED);
        var leaking = screen(new TunnelView.Blocked(cause, Servers.NOON, true));
        assertThat(leaking.look()).isEqualTo(Look.LEAKING);
        assertThat(words.say(leaking.title())).isEqualTo("Not protected");
    }

    @Test
    void reconnecting_tellsTheCauseWithoutAskingForAnything() {
        var screen = screen(new TunnelView.Reconnecting(
                Servers.byId("eu-central-1"),
                new ErrorCause.TunnelSilent("203.0.113.4:51820", Duration.ofSeconds(1)),
                2));

        assertThat(screen.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.remedy()).isEmpty();
            assertThat(words.say(problem.next())).isEqualTo("Ginnel goes on trying by itself.");
        });
    }

    @Test
    void aRefusedWish_isToldInEveryStateThatStays() {
        Optional<ErrorCause> refusal = Optional.of(new ErrorCause.NotPermitted());

        var context = new Context(
                Offer.NONE,
                refusal,
                new Details.Hidden(),
                Optional.of(RateHistory.Rates.NONE),
                false,
                Optional.empty(),
                Servers.NOON,
                () -> ZoneOffset.UTC);

        assertThat(ConnectScreen.of(in(CONNECTED), context).problem())
                .contains(Problem.of(new ErrorCause.NotPermitted()));
    }

    @Test
    void everyPhase_isAStepFurther() {
        var steps = Arrays.stream(TunnelView.Phase.values())
                .map(phase -> screen(new TunnelView.Connecting(Optional.empty(), phase, 1))
                        .steps())
                .toList();

        assertThat(steps).containsExactly(1, 2, 3, 4, 5);
    }

    private static Snapshot in(TunnelView view) {
        return Snapshots.withTunnel(Snapshots.loggedIn(), view);
    }

    private static ConnectScreen screen(TunnelView view) {
        return ConnectScreen.of(in(view), context(Servers.NOON));
    }

    private static Context context(Instant now) {
        return new Context(
                Offer.NONE,
                Optional.empty(),
                new Details.Hidden(),
                Optional.of(RateHistory.Rates.NONE),
                false,
                Optional.empty(),
                now,
                () -> ZoneOffset.UTC);
    }
}
