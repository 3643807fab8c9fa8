// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.connect.ConnectScreen.Context;
import org.ginnel.ui.connect.ConnectScreen.Control;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.connect.ConnectScreen.Offer;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosedScreensTest {
    private static final TunnelView.Connected CONNECTED =
            Snapshots.connectedView(Servers.byId("eu-central-1"), new Reason.ChosenByUser());

    private final Words words = Words.english();

    @Test
    void locked_isNoFailure_andHasAWayOut() {
        var screen = screen(new TunnelView.Locked(Optional.empty()));

        assertThat(screen.look()).isEqualTo(Look.LOCKED);
        assertThat(words.say(screen.title()) + ". " + words.say(screen.detail()))
                .isEqualTo("Not connected. Lockdown lets nothing out.");
        assertThat(screen.control()).isEqualTo(Control.CONNECT);
        assertThat(screen.destination()).isPresent();
        assertThat(screen.problem()).isEmpty();
        assertThat(choices(screen)).containsExactly("Open for 10 minutes");
    }

    @Test
    void paused_countsDown_andSaysWhatComesBack() {
        var until = Servers.NOON.plusMillis(581_100);
        var frankfurt = Optional.of(Servers.byId("eu-central-1"));
        var screen = screen(new TunnelView.Paused(until, frankfurt));

        assertThat(screen.look()).isEqualTo(Look.PAUSED);
        assertThat(screen.countdown().map(words::say)).contains("9:42");
        assertThat(screen.control()).isEqualTo(Control.RESUME);
        assertThat(facts(screen)).containsExactly("Then: Back to Frankfurt, Germany", "Exit address: 198.51.100.7");
        assertThat(choices(screen)).containsExactly("Disconnect");
    }

    @Test
    void paused_fromLockdownOrABlock_saysSo() {
        var paused = in(new TunnelView.Paused(Servers.NOON, Optional.empty()));

        assertThat(facts(ConnectScreen.of(underLockdown(paused), context(Servers.NOON))))
                .contains("Then: Lockdown again");
        assertThat(facts(ConnectScreen.of(paused, context(Servers.NOON)))).contains("Then: Blocked again");
        assertThat(choices(ConnectScreen.of(paused, context(Servers.NOON)))).isEmpty();
    }

    @Test
    void connected_offersThreePauses_inWholeSentencesForWhoHearsThem() {
        var aside = screen(CONNECTED).aside();

        assertThat(aside.caption().map(words::say)).contains("Pause for");
        assertThat(aside.choices().stream().map(choice -> words.say(choice.label())))
                .containsExactly("5 min", "30 min", "1 h");
        assertThat(aside.choices().stream().map(choice -> words.say(choice.spoken())))
                .containsExactly("Pause for 5 min", "Pause for 30 min", "Pause for 1 h");
        assertThat(aside.choices().stream().map(Aside.Choice::does))
                .containsExactly(
                        new Aside.Action.Pause(Duration.ofMinutes(5)),
                        new Aside.Action.Pause(Duration.ofMinutes(30)),
                        new Aside.Action.Pause(Duration.ofHours(1)));
    }

    @Test
    void blocked_saysSinceWhen_triesAgain_andHasAWayOut() {
        var blocked = new TunnelView.Blocked(new ErrorCause.DeviceLost("ginnel0"), Servers.NOON, false);
        var screen = ConnectScreen.of(in(blocked), context(Servers.NOON.plusSeconds(90)));

        assertThat(words.say(screen.detail())).isEqualTo("Ginnel\u2019s firewall lets nothing out since 12:00.");
        assertThat(screen.control()).isEqualTo(Control.RETRY);
        assertThat(choices(screen)).containsExactly("Open for 10 minutes", "Unblock");
        assertThat(screen.problem().orElseThrow().remedy())
                .as("the big control tries again already")
                .isEmpty();
        assertThat(choices(ConnectScreen.of(underLockdown(in(blocked)), context(Servers.NOON))))
                .containsExactly("Open for 10 minutes", "Disconnect");
    }

    @Test
    void blockedSinceYesterday_saysTheDayToo() {
        var blocked = new TunnelView.Blocked(new ErrorCause.DeviceLost("ginnel0"), Servers.NOON, false);

        assertThat(words.say(ConnectScreen.of(in(blocked), context(Servers.NOON.plus(Duration.ofHours(20))))
                        .detail()))
                .isEqualTo("Ginnel\u2019s firewall lets nothing out since 21 Nov 12:00.");
    }

    @Test
    void aBlockWithACureOfItsOwn_keepsItsButton() {
        var screen = screen(new TunnelView.Blocked(
                new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(5)), Servers.NOON, false));

        assertThat(screen.problem().orElseThrow().remedy()).contains(new Remedy.ChooseServer());
    }

    @Test
    void aDisturbance_isTold_unlessItIsTheOneThatWasDismissed() {
        var once = new Disturbance(ErrorCause.Part.FIREWALL, Servers.NOON.plusSeconds(180), 1);
        var often = new Disturbance(ErrorCause.Part.DNS, Servers.NOON.plusSeconds(240), 4);

        assertThat(notice(once, Optional.empty()))
                .contains("Another program changed the firewall at 12:03. Ginnel put it back.");
        assertThat(notice(often, Optional.of(once)))
                .contains("Another program changed the DNS settings 4 times, last at 12:04. Ginnel put it back each"
                        + " time.");
        assertThat(notice(once, Optional.of(once))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ErrorCause.Part.class)
    void everyPartThatIsDisturbed_hasWords(ErrorCause.Part part) {
        assertThat(notice(new Disturbance(part, Servers.NOON, 1), Optional.empty())
                        .orElseThrow())
                .startsWith("Another program changed ");
    }

    private Optional<String> notice(Disturbance now, Optional<Disturbance> dismissed) {
        var context = new Context(
                Offer.NONE,
                Optional.empty(),
                new Details.Hidden(),
                Optional.of(RateHistory.Rates.NONE),
                false,
                dismissed,
                Servers.NOON,
                () -> ZoneOffset.UTC);
        return ConnectScreen.of(Snapshots.withDisturbance(in(CONNECTED), Optional.of(now)), context)
                .notice()
                .map(words::say);
    }

    private List<String> choices(ConnectScreen screen) {
        return screen.aside().choices().stream()
                .map(choice -> words.say(choice.label()))
                .toList();
    }

    private List<String> facts(ConnectScreen screen) {
        return screen.facts().stream()
                .map(fact -> words.say(fact.label()) + ": " + words.say(fact.value()))
                .toList();
    }

    private static Snapshot underLockdown(Snapshot snapshot) {
        return Snapshots.withSettings(snapshot, Settings.defaults().withLockdown(true));
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
