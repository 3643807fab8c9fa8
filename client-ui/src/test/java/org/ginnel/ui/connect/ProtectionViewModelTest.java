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

/// What the connect screen does while nothing leaves, and while that is paused.
class ProtectionViewModelTest {
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
    void theBigControl_resumesAPause() {
        model.showing(true);
        model.on(live(in(PAUSED)));
        model.control();

        assertThat(daemon.asked()).containsExactly(new Request.EndPause(false));
    }

    @Test
    void everyChoice_isAWish() {
        model.showing(true);
        model.on(live(CONNECTED));
        screens.getLast().aside().choices().forEach(model::choose);
        model.on(live(in(BLOCKED)));
        screens.getLast().aside().choices().forEach(model::choose);

        assertThat(daemon.asked())
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
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));

        assertThat(words.say(screens.getLast().destination().orElseThrow())).isEqualTo("Frankfurt, 9 ms");
    }

    private static Snapshot in(TunnelView view) {
        return Snapshots.withTunnel(Snapshots.loggedIn(), view);
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }
}
