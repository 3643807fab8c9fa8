// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.history.History;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.FakeFiles;
import org.ginnel.ui.FakeTime;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.TestWays;
import org.ginnel.ui.activity.ActivityScreen.Asking;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private static final History USED = Histories.threeWeeks(Servers.NOON);

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final FakeFiles files = new FakeFiles();
    private final List<ActivityScreen> screens = new ArrayList<>();
    private final ActivityViewModel model =
            new ActivityViewModel(daemon, new TestWays(), files, new FakeTime(), screens::add);

    private ActivityScreen screen() {
        return screens.getLast();
    }

    private void open(History history) {
        model.showing(true);
        daemon.answer(new Reply.Remembered(history));
    }

    @Test
    void nothingIsAsked_untilSomebodyLooks_andAgainWhenTheTunnelChanges() {
        model.on(new LinkState.Live(Scenario.disconnected().start(), "d", true, true));
        assertThat(daemon.asked()).isEmpty();
        open(USED);
        model.on(new LinkState.Live(Scenario.disconnected().start(), "d", true, true));
        assertThat(daemon.asked()).hasSize(1);
        model.on(new LinkState.Live(Scenario.connected().start(), "d", true, true));
        assertThat(daemon.open()).containsExactly(new Request.GetHistory());
    }

    @Test
    void beforeTheAnswer_nothingIsClaimed() {
        model.showing(true);

        assertThat(screen().loading()).isTrue();
        assertThat(screen().kept()).isEmpty();
    }

    @Test
    void whatWasUsed_isInBarsAndWords() {
        open(USED);
        var chart = screen().chart().orElseThrow();
        var words = Words.english();

        assertThat(chart.bars()).hasSize(14).allMatch(bar -> bar.received() + bar.sent() <= 1.0001);
        assertThat(words.say(chart.told())).isEqualTo("21 Nov: 846 MB received, 71 MB sent");
        assertThat(words.say(chart.servers().getFirst().place())).isEqualTo("Frankfurt, Germany");
        model.select(0);
        assertThat(words.say(screen().chart().orElseThrow().told())).startsWith("8 Nov: ");
        model.span(Span.WEEK);
        assertThat(words.say(screen().chart().orElseThrow().told())).startsWith("Week of 16 Nov: ");
        model.span(Span.MONTH);
        assertThat(words.say(screen().chart().orElseThrow().told())).startsWith("Nov 2026: ");
    }

    @Test
    void everySession_saysWhyItEnded() {
        open(USED);
        var words = Words.english();

        assertThat(screen().sessions())
                .extracting(row -> words.say(row.ending()))
                .containsExactly(
                        "Connected now",
                        "Switched to another server",
                        "Lost: The tunnel carries nothing",
                        "You paused",
                        "You disconnected",
                        "The Ginnel service ended");
        assertThat(words.say(screen().sessions().getFirst().when())).isEqualTo("08:48, for 3 h 12 min");
    }

    @Test
    void keepingNothing_andDeleting_areConfirmedFirst() {
        open(USED);
        model.keep(false);
        assertThat(screen().asking()).isEqualTo(Asking.STOP);
        model.cancel();
        assertThat(daemon.open()).isEmpty();
        model.delete();
        model.confirm();
        assertThat(daemon.open()).containsExactly(new Request.DeleteHistory());
        daemon.answer(new Reply.Remembered(History.empty()));
        assertThat(screen().sessions()).isEmpty();

        model.keep(false);
        model.confirm();
        daemon.answer(new Reply.Remembered(History.off()));
        assertThat(screen().kept()).contains(false);
        model.keep(true);
        assertThat(daemon.open()).containsExactly(new Request.KeepHistory(true));
    }

    @Test
    void aRefusal_isAProblemOnTheScreen() {
        model.showing(true);
        daemon.refuse(new ErrorCause.NotPermitted());

        assertThat(screen().problem()).isPresent();
        assertThat(screen().loading()).isFalse();
    }

    @Test
    void export_saysWhere_orWhyNot() {
        open(USED);
        model.exportSessions();
        assertThat(files.saved.get("ginnel-sessions.csv")).contains("eu-central-1,Frankfurt");
        assertThat(Words.english().say(screen().news().orElseThrow()))
                .isEqualTo("Written to /home/u/ginnel-sessions.csv.");
        files.fill();
        model.exportDays();
        assertThat(Words.english().say(screen().news().orElseThrow())).contains("No space left on device");
    }
}
