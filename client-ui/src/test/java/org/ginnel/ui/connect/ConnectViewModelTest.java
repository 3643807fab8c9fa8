// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Finding;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.FakeTime;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.TestWays;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;

class ConnectViewModelTest {
    private static final Snapshot CONNECTED = Snapshots.connected(Servers.byId("eu-central-1"));

    private static final TunnelView.Blocked BLOCKED =
            new TunnelView.Blocked(new ErrorCause.DeviceLost("ginnel0"), Servers.NOON, false);
    private static final TunnelView.Paused PAUSED =
            new TunnelView.Paused(Servers.NOON.plusMillis(60_300), Optional.of(Servers.byId("eu-central-1")));
    private static final Finding WELL = new Finding("dns", Finding.Verdict.OK, "systemd-resolved answers", "");
    private static final Finding ILL =
            new Finding("firewall", Finding.Verdict.FAILED, "rule 9 refuses everything", "Connect.");

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final FakeTime time = new FakeTime();
    private final Words words = Words.english();
    private final TestWays ways = new TestWays();
    private final List<ConnectScreen> screens = new ArrayList<>();
    private final ConnectViewModel model = new ConnectViewModel(
            daemon, new TunnelWishes(daemon), new ServerCatalog(daemon), ways, time, Runnable::run, screens::add);

    @Test
    void hidden_itDrawsNothingAndRunsNoTimer() {
        model.on(live(CONNECTED));

        assertThat(screens).isEmpty();
        assertThat(time.running()).isZero();
    }

    @Test
    void connectedAndShowing_itCountsSeconds_untilHidden() {
        model.on(live(CONNECTED));
        model.showing(true);
        time.pass(Duration.ofSeconds(3));

        assertThat(screens).hasSize(4);
        model.showing(false);
        assertThat(time.running()).isZero();
    }

    @Test
    void pausedAndShowing_itCountsDownWithEveryWholeSecond_untilHiddenOrOver() {
        model.on(live(in(PAUSED)));
        model.showing(true);
        assertThat(countdown()).isEqualTo("1:01");
        time.pass(Duration.ofMillis(300));
        assertThat(countdown()).isEqualTo("1:00");
        time.pass(Duration.ofSeconds(2));
        assertThat(countdown()).isEqualTo("0:58");
        assertThat(screens).hasSize(4);

        model.showing(false);
        assertThat(time.running()).isZero();
        model.showing(true);
        time.pass(Duration.ofMinutes(5));
        assertThat(countdown()).isEqualTo("0:00");
        assertThat(time.running()).isZero();
    }

    private String countdown() {
        return words.say(screens.getLast().countdown().orElseThrow());
    }

    @Test
    void disconnected_noTimerRuns() {
        model.on(live(Snapshots.loggedIn()));
        model.showing(true);

        assertThat(screens).hasSize(1);
        assertThat(time.running()).isZero();
    }

    @Test
    void theSameSnapshotTwice_isDrawnOnce() {
        model.showing(true);
        model.on(live(Snapshots.loggedIn()));
        model.on(live(Snapshots.withRevision(Snapshots.loggedIn(), 2)));

        assertThat(screens).hasSize(1);
    }

    @Test
    void theBigControl_connectsToTheFastest_andDisconnects() {
        model.showing(true);
        model.on(live(Snapshots.loggedIn()));
        model.control();
        model.on(live(CONNECTED));
        model.control();

        assertThat(wishes())
                .containsExactly(new Request.Connect(new Target.Fastest(), false), new Request.Disconnect());
    }

    @Test
    void theBigControl_resumesAPause() {
        model.showing(true);
        model.on(live(in(PAUSED)));
        model.control();

        assertThat(wishes()).containsExactly(new Request.EndPause(false));
    }

    @Test
    void everyChoice_isAWish() {
        model.showing(true);
        model.on(live(CONNECTED));
        screens.getLast().aside().choices().forEach(model::choose);
        model.on(live(in(BLOCKED)));
        screens.getLast().aside().choices().forEach(model::choose);

        assertThat(wishes())
                .containsExactly(
                        new Request.Pause(Duration.ofMinutes(5)),
                        new Request.Pause(Duration.ofMinutes(30)),
                        new Request.Pause(Duration.ofHours(1)),
                        new Request.Pause(Duration.ofMinutes(10)),
                        new Request.Disconnect());
    }

    @Test
    void details_areAskedForWhenWanted_theWorstFirst_andCopied() {
        model.showing(true);
        model.on(live(in(BLOCKED)));
        assertThat(details()).isEqualTo(new Details.Hidden());
        assertThat(daemon.asked()).isEmpty();

        model.toggleDetails();
        assertThat(details()).isEqualTo(new Details.Looking());
        daemon.answer(new Reply.Report(List.of(WELL, ILL)));
        assertThat(details()).isEqualTo(new Details.Found(List.of(ILL, WELL), false));

        model.copyDetails();
        assertThat(details()).isEqualTo(new Details.Found(List.of(ILL, WELL), true));
        assertThat(ways.taken)
                .containsExactly("copy Ginnel is blocked since 2026-11-21T12:00:00Z: "
                        + "DeviceLost[device=ginnel0]\n"
                        + "FAILED firewall: rule 9 refuses everything Next: Connect.\n"
                        + "OK dns: systemd-resolved answers\n");
        model.toggleDetails();
        assertThat(details()).isEqualTo(new Details.Hidden());
    }

    @Test
    void detailsThatCannotBeHad_areSaidToBe() {
        model.showing(true);
        model.on(live(in(BLOCKED)));
        model.toggleDetails();
        daemon.refuse(new ErrorCause.DaemonUnreachable("x"));
        assertThat(details())
                .isEqualTo(new Details.Failed(
                        Problem.of(new ErrorCause.DaemonUnreachable("x")).title()));
        model.copyDetails();
        assertThat(ways.taken).isEmpty();
    }

    @Test
    void detailsOfAnotherBlock_areForgotten_andNotWaitedFor() {
        model.showing(true);
        model.on(live(in(BLOCKED)));
        model.toggleDetails();
        model.on(live(Snapshots.withRevision(in(BLOCKED), 8)));
        assertThat(details()).isEqualTo(new Details.Looking());

        model.on(live(in(new TunnelView.Blocked(BLOCKED.cause(), Servers.NOON.plusSeconds(1), false))));
        assertThat(details()).isEqualTo(new Details.Hidden());
        assertThat(daemon.open()).isEmpty();
    }

    private Details details() {
        return screens.getLast().details().orElseThrow();
    }

    @Test
    void aDisturbance_isToldOnce() {
        model.showing(true);
        model.on(live(disturbed(1)));
        assertThat(screens.getLast().notice()).isPresent();
        model.dismissNotice();
        assertThat(screens.getLast().notice()).isEmpty();
        model.on(live(Snapshots.withRevision(disturbed(1), 9)));
        assertThat(screens.getLast().notice()).isEmpty();

        model.on(live(disturbed(2)));
        assertThat(screens.getLast().notice()).isPresent();
    }

    private static Snapshot disturbed(int times) {
        var disturbance = new Disturbance(ErrorCause.Part.ROUTES, Servers.NOON.plusSeconds(times), times);
        return Snapshots.withDisturbance(CONNECTED, Optional.of(disturbance));
    }

    @Test
    void locked_itSaysWhereConnectingLeads() {
        model.showing(true);
        model.on(live(in(new TunnelView.Locked(Optional.empty()))));
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));

        assertThat(words.say(screens.getLast().destination().orElseThrow())).isEqualTo("Frankfurt, 9 ms");
    }

    @Test
    void aRefusal_isShown_andGoneWithTheNextState() {
        model.showing(true);
        model.on(live(Snapshots.loggedIn()));
        model.control();
        daemon.refuse(Request.Connect.class, new ErrorCause.NotPermitted());
        assertThat(screens.getLast().problem()).contains(Problem.of(new ErrorCause.NotPermitted()));

        model.on(live(CONNECTED));
        assertThat(screens.getLast().problem()).isEmpty();
    }

    @Test
    void aSupersededWish_isNoProblem() {
        model.showing(true);
        model.on(live(Snapshots.loggedIn()));
        model.control();
        daemon.refuse(Request.Connect.class, new ErrorCause.Superseded());

        assertThat(screens.getLast().problem()).isEmpty();
    }

    @Test
    void retry_asksForTheSameServerAgain() {
        model.showing(true);
        model.on(live(Snapshots.loggedIn()));
        model.connectTo("ap-northeast-1");
        model.on(live(in(BLOCKED)));
        model.control();

        assertThat(wishes())
                .hasSize(2)
                .allMatch(new Request.Connect(new Target.Chosen("ap-northeast-1"), false)::equals);
    }

    @Test
    void everyRemedy_isTakenWhereItLeads() {
        model.showing(true);
        fail(new ErrorCause.UnknownServer("x"));
        fail(new ErrorCause.EngineMissing());
        fail(new ErrorCause.KeyRefused());

        assertThat(ways.taken).containsExactly("locations", "copy sudo apt install wireguard-go");
        assertThat(wishes()).containsExactly(new Request.Logout());
    }

    @Test
    void recentServers_areNamedOnceTheListIsKnown() {
        model.showing(true);
        model.on(live(Snapshots.withRecents(Snapshots.loggedIn(), List.of("eu-west-1", "gone", "eu-north-1"))));
        assertThat(screens.getLast().recents()).isEmpty();

        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));
        assertThat(screens.getLast().recents().stream().map(ConnectScreen.Recent::serverId))
                .containsExactly("eu-west-1", "eu-north-1");
    }

    @Test
    void disconnected_itSaysWhereConnectingLeads() {
        model.showing(true);
        model.on(live(Snapshots.loggedIn()));
        assertThat(words.say(screens.getLast().destination().orElseThrow())).isEqualTo("Measured when you connect");

        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));
        assertThat(words.say(screens.getLast().destination().orElseThrow())).isEqualTo("Frankfurt, 9 ms");
    }

    private List<Request> wishes() {
        return daemon.asked().stream()
                .filter(request -> !(request instanceof Request.ListServers))
                .toList();
    }

    private void fail(ErrorCause cause) {
        model.on(live(in(new TunnelView.Disconnected(Optional.of(cause)))));
        model.remedy();
    }

    private static Snapshot in(TunnelView view) {
        return Snapshots.withTunnel(Snapshots.loggedIn(), view);
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true);
    }
}
