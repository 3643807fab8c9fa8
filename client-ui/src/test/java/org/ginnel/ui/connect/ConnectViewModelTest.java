// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Traffic;
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
    void figuresThatNobodyTells_areNotShown_andOnceToldTheyBeginAnew() {
        model.on(live(CONNECTED));
        time.pass(Duration.ofSeconds(1));
        model.on(live(carried(5_000_000)));
        model.on(new LinkState.Live(carried(5_000_000), "ginneld", true, false));
        time.pass(Duration.ofMinutes(10));
        model.showing(true);
        assertThat(words.say(screens.getLast().proof().orElseThrow())).isEqualTo("Last round trip \u2013");
        assertThat(screens.getLast().flow()).contains(Flow.unknown());

        model.on(live(carried(900_000_000)));
        assertThat(words.say(screens.getLast().proof().orElseThrow())).isEqualTo("Last round trip 11 ms, 10 min ago");
        var flow = screens.getLast().flow().orElseThrow();
        assertThat(words.say(flow.received())).isEqualTo("900 MB");
        assertThat(words.say(flow.down())).isEqualTo("0 B/s");
        assertThat(flow.downs()).containsOnly(0.0);
    }

    private static Snapshot carried(long bytes) {
        return Snapshots.withTraffic(CONNECTED, Optional.of(new Traffic(bytes, bytes)));
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

        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
        assertThat(screens.getLast().recents().stream().map(ConnectScreen.Recent::serverId))
                .containsExactly("eu-west-1", "eu-north-1");
    }

    @Test
    void disconnected_itSaysWhereConnectingLeads() {
        model.showing(true);
        model.on(live(Snapshots.loggedIn()));
        assertThat(words.say(screens.getLast().destination().orElseThrow())).isEqualTo("Measured when you connect");

        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
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
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }
}
