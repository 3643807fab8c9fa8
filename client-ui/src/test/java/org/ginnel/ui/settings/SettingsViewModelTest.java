// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.ui.FakeFiles;
import org.ginnel.ui.FakeTime;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.TestWays;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.preferences.LoginStart;
import org.ginnel.ui.preferences.PreferenceStore;
import org.ginnel.ui.preferences.PreferencesFile;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsViewModelTest {
    private static final Settings SAVED = new Settings(false, false, List.of("9.9.9.9"));

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final Words words = Words.english();
    private final List<SettingsScreen> screens = new ArrayList<>();
    private final OwnSettings own = new OwnSettings(
            new PreferenceStore(PreferencesFile.in(Map.of())), LoginStart.of(Map.of()), true, new FakeFiles(), words);
    private final FakeTime time = new FakeTime();
    private final SettingsViewModel model =
            new SettingsViewModel(daemon, new TestWays(), new KeyChange(daemon), time, own, screens::add);

    @Test
    void itShowsWhatTheDaemonHas() {
        show(new Settings(true, true, List.of("9.9.9.9", "2620:fe::fe")));

        assertThat(screen().lockdown()).isTrue();
        assertThat(screen().allowLan()).isTrue();
        assertThat(screen().dns()).isEqualTo("9.9.9.9, 2620:fe::fe");
        assertThat(screen().dnsChanged()).isFalse();
    }

    @Test
    void aSwitch_changesOneSettingAndKeepsTheOthers() {
        show(SAVED);
        model.lockdown(true);
        assertThat(daemon.open()).containsExactly(change(SAVED.withLockdown(true)));
        answer(SAVED.withLockdown(true));

        model.allowLan(true);
        assertThat(daemon.open())
                .as("goes by the answer, which came before the news")
                .containsExactly(change(new Settings(true, true, List.of("9.9.9.9"))));
    }

    @Test
    void twoQuickChanges_areSentOneAfterTheOther_andNoneIsLost() {
        show(SAVED);
        model.lockdown(true);
        model.allowLan(true);
        assertThat(daemon.open()).containsExactly(change(SAVED.withLockdown(true)));

        answer(SAVED.withLockdown(true));
        var both = SAVED.withLockdown(true).withAllowLan(true);
        assertThat(daemon.open()).containsExactly(change(both));
        answer(both);
        assertThat(daemon.open()).isEmpty();
        assertThat(screen().allowLan()).isTrue();
    }

    @Test
    void aRefusedChange_isTold_andMovesTheSwitchBack() {
        show(SAVED);
        var before = screens.size();
        model.lockdown(true);
        model.allowLan(true);
        daemon.refuse(new ErrorCause.NotPermitted());

        assertThat(screens).hasSizeGreaterThan(before);
        assertThat(screen().lockdown()).isFalse();
        assertThat(screen().problem()).contains(Problem.of(new ErrorCause.NotPermitted()));
        assertThat(daemon.open()).as("what hung on it").isEmpty();
    }

    @Test
    void dnsServers_areSavedCanonically_andTheFieldShowsWhatIsSo() {
        show(SAVED);
        model.typeDns(" 2620:FE:0::fe;9.9.9.9 ,9.9.9.9");
        assertThat(screen().dnsChanged()).isTrue();
        assertThat(daemon.asked()).isEmpty();
        model.saveDns();
        var now = SAVED.withDns(List.of("2620:fe::fe", "9.9.9.9"));
        assertThat(daemon.open()).containsExactly(change(now));

        answer(now);
        assertThat(screen().dns()).isEqualTo("2620:fe::fe, 9.9.9.9");
        assertThat(screen().dnsChanged()).isFalse();
    }

    @Test
    void anEmptyField_meansThoseOfTheServer() {
        show(SAVED);
        model.typeDns("");
        model.saveDns();

        assertThat(daemon.open()).containsExactly(change(SAVED.withDns(List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.9.9 | \u201c9.9.9\u201d is not an IP address. One looks like 9.9.9.9 or 2620:fe::fe.",
                "9.9.9.9 dns.quad9.net"
                        + " | \u201cdns.quad9.net\u201d is a name. Enter the address of the server, such as 9.9.9.9.",
                "127.0.0.1 | 127.0.0.1 leads nowhere through a tunnel: it means this machine, its own link or a whole"
                        + " group.",
                "1.1.1.1 1.0.0.1 8.8.8.8 9.9.9.9 | At most 3 servers can be asked, and these are 4."
            })
    void aMistake_isNamedExactly_whenItIsSaved_andGoneWhenTypingGoesOn(String typed, String told) {
        show(SAVED);
        model.typeDns(typed);
        assertThat(screen().dnsMistake()).isEmpty();
        model.saveDns();
        assertThat(screen().dnsMistake().map(words::say)).contains(told);
        assertThat(daemon.asked()).isEmpty();

        model.typeDns(typed + " ");
        assertThat(screen().dnsMistake()).isEmpty();
    }

    @Test
    void whatIsTyped_staysWhileOtherThingsChange_andGoesWhenItIsNotWanted() {
        show(SAVED);
        model.typeDns("1.1.1.1");
        model.on(live(Snapshots.withRevision(snapshot(SAVED.withAllowLan(true)), 3)));
        assertThat(screen().dns()).isEqualTo("1.1.1.1");
        assertThat(screen().allowLan()).isTrue();

        model.forgetDns();
        assertThat(screen().dns()).isEqualTo("9.9.9.9");
        model.typeDns("1.1.1.1");
        model.showing(false);
        model.showing(true);
        assertThat(screen().dns()).isEqualTo("9.9.9.9");
    }

    @Test
    void typingWhatIsSaved_isNoChange() {
        show(SAVED);
        model.typeDns("9.9.9.9 ");

        assertThat(screen().dnsChanged()).isFalse();
    }

    @Test
    void enterInAnUntouchedField_doesNothing() {
        show(SAVED);
        model.saveDns();

        assertThat(daemon.asked()).isEmpty();
    }

    @Test
    void otherKeys_underATunnel_areOnTheirWay_untilItRunsOnThem() {
        var old = new TunnelKey(true, Optional.of(time.now().minus(Duration.ofHours(3))));
        var connected = Snapshots.withKey(Snapshots.connected(Servers.byId("eu-west-1")), old);
        model.on(live(connected));
        model.showing(true);
        assertThat(keys()).isEqualTo("Every 24 h. Those in use were made 3 h ago.");

        model.changeKeys();
        model.changeKeys();
        assertThat(daemon.open()).containsExactly(new Request.ChangeKeys());
        daemon.answer(new Reply.Done(connected));
        assertThat(news()).startsWith("Under way.");
        model.on(live(Snapshots.withKey(connected, new TunnelKey(true, Optional.empty()))));
        assertThat(news()).startsWith("Under way.");

        model.on(live(Snapshots.withKey(connected, new TunnelKey(true, Optional.of(time.now())))));
        assertThat(news()).isEqualTo("Done. The tunnel runs on new keys.");
        assertThat(keys()).endsWith("made just now.");
        model.showing(false);
        model.showing(true);
        assertThat(screen().keys().orElseThrow().news()).isEmpty();
    }

    @Test
    void otherKeys_withoutATunnel_areForTheNextOne() {
        show(SAVED);
        assertThat(keys()).isEqualTo("Every 24 h.");
        model.changeKeys();
        daemon.answer(new Reply.Done(snapshot(SAVED)));

        assertThat(news()).startsWith("Noted. The next connection");
    }

    @Test
    void otherKeys_refused_isToldBesideTheButton() {
        show(SAVED);
        model.changeKeys();
        daemon.refuse(new ErrorCause.NotPermitted());

        var why = Problem.of(new ErrorCause.NotPermitted());
        assertThat(news()).startsWith("Nothing was changed. ").contains(words.say(why.why()), words.say(why.next()));
        assertThat(screen().keys().orElseThrow().refused()).isTrue();
        assertThat(screen().problem()).isEmpty();
    }

    @Test
    void withoutAnAccount_thereAreNoKeysToChange() {
        model.on(live(Snapshots.withOwnServers(Snapshots.loggedOut(), 1)));
        model.showing(true);

        assertThat(screen().keys()).isEmpty();
    }

    private String keys() {
        return words.say(screen().keys().orElseThrow().age());
    }

    private String news() {
        return words.say(screen().keys().orElseThrow().news().orElseThrow());
    }

    private SettingsScreen screen() {
        return screens.getLast();
    }

    private void show(Settings settings) {
        model.on(live(snapshot(settings)));
        model.showing(true);
    }

    private void answer(Settings settings) {
        daemon.answer(new Reply.Done(Snapshots.withRevision(snapshot(settings), 2)));
    }

    private static Request change(Settings settings) {
        return new Request.ChangeSettings(settings);
    }

    private static Snapshot snapshot(Settings settings) {
        return Snapshots.withSettings(Snapshots.loggedIn(), settings);
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }
}
