// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

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
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.settings.Setting;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteViewModelTest {
    private static final Snapshot CONNECTED = Snapshots.connected(Servers.byId("eu-central-1"));

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final List<PaletteScreen> screens = new ArrayList<>();
    private final List<Tab> gone = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final List<String> doings = new ArrayList<>();
    private final Words words = Words.english();
    private final PaletteViewModel model = new PaletteViewModel(
            new TunnelWishes(daemon),
            new ServerCatalog(daemon),
            new KeyChange(daemon),
            words,
            new TestHands(),
            screens::add);

    @Test
    void withoutAnAccount_thereIsNoPalette() {
        model.on(new LinkState.Live(Snapshots.loggedOut(), "ginneld", true, true));
        model.open();

        assertThat(screens).isEmpty();
        assertThat(daemon.asked()).isEmpty();
    }

    @Test
    void opened_itOffersWhatCanBeDoneNow() {
        open(CONNECTED);
        assertThat(titles()).startsWith("Disconnect", "Pause for 5 min").doesNotContain("Resume now");

        model.on(live(Snapshots.withTunnel(CONNECTED, new TunnelView.Disconnected(Optional.empty()))));
        assertThat(titles()).startsWith("Connect to the fastest server").doesNotContain("Disconnect");
    }

    @ParameterizedTest
    @CsvSource({
        "connect to tokyo,ap-northeast-1",
        "switch to  TOKIO,ap-northeast-1",
        "go to sao paulo,sa-east-1",
        "use brazil,sa-east-1",
        "milan,eu-south-1"
    })
    void aServer_isConnectedToInPlainWords(String typed, String id) {
        open(CONNECTED);
        model.type(typed);
        model.accept();

        assertThat(daemon.open()).containsExactly(new Request.Connect(new Target.Chosen(id), false));
        assertThat(gone).containsExactly(Tab.CONNECT);
        assertThat(screens.getLast().open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pause for 10 minutes,600",
        "pause 10,600",
        "snooze 1h,3600",
        "pause for 1.5 hours,5400",
        "pause 90 s,90",
        "pause for 2 min please,120"
    })
    void aPause_isAskedForInPlainWords(String typed, long seconds) {
        open(CONNECTED);
        model.type(typed);
        model.accept();

        assertThat(daemon.open()).containsExactly(new Request.Pause(Duration.ofSeconds(seconds)));
    }

    @Test
    void aPauseThatIsNone_isNotOffered() {
        open(CONNECTED);
        for (var typed : List.of("pause 0", "pause 48 hours", "pause 10 parsecs", "pause 99999", "pause -1")) {
            model.type(typed);
            assertThat(screens.getLast().commands())
                    .as(typed)
                    .noneMatch(command -> command.deed() instanceof Command.Deed.Pause(var length)
                            && length.compareTo(Duration.ofHours(1)) > 0);
        }
    }

    @Test
    void theArrows_goRound_andEnterTakesWhatTheyPointAt() {
        open(CONNECTED);
        model.move(-1);
        var last = screens.getLast();
        assertThat(last.selected()).isEqualTo(last.commands().size() - 1);
        model.move(1);
        model.accept();

        assertThat(daemon.open()).containsExactly(new Request.Disconnect());
    }

    @Test
    void settingsAndScreens_areFoundByWhatTheyAreCalled() {
        open(CONNECTED);
        model.type("lockdwon");
        model.accept();
        model.open();
        model.type("settings");
        model.accept();
        model.open();
        model.type("copy exit");
        model.accept();

        assertThat(daemon.open())
                .containsExactly(new Request.ChangeSettings(Settings.defaults().withLockdown(true)));
        assertThat(gone).containsExactly(Tab.SETTINGS);
        assertThat(copied).containsExactly(Snapshots.EXIT_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"change keys now", "rotate keys", "new keys", "renew keys", "key rotation", "chnage keys"})
    void otherKeys_areAskedForInPlainWords_andWhatComesOfItIsShown(String typed) {
        open(CONNECTED);
        model.type(typed);
        model.accept();

        assertThat(daemon.open()).containsExactly(new Request.ChangeKeys());
        assertThat(gone).containsExactly(Tab.SETTINGS);
    }

    @Test
    void otherKeys_areNotOfferedToWhomHasNone() {
        model.on(live(Snapshots.withOwnServers(Snapshots.loggedOut(), 1)));
        model.open();
        model.type("keys");

        assertThat(titles()).doesNotContain("Change keys now");
    }

    @Test
    void nonsense_findsNothing_andEnterDoesNothing() {
        open(CONNECTED);
        model.type("xyzzy plugh");
        model.accept();

        assertThat(screens.getLast().commands()).isEmpty();
        assertThat(daemon.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dark colours,colour DARK",
        "light colors,colour LIGHT",
        "system colours,colour SYSTEM",
        "quiet hours,find QUIET_HOURS",
        "text size,find TEXT_SIZE",
        "language,find LANGUAGE",
        "log out,find ACCOUNT",
        "reset,find RESET",
        "quit,quit"
    })
    void theWindowItself_isSetByName(String typed, String done) {
        open(CONNECTED);
        model.type(typed);
        model.accept();

        assertThat(doings).containsExactly(done);
    }

    @ParameterizedTest
    @CsvSource({
        "import qr,LOCATIONS",
        "export sessions,ACTIVITY",
        "export usage csv,ACTIVITY",
        "delete history,ACTIVITY"
    })
    void whatIsDoneOnAScreen_leadsThere(String typed, Tab where) {
        open(CONNECTED);
        model.type(typed);
        model.accept();

        assertThat(gone).containsExactly(where);
        assertThat(daemon.open()).isEmpty();
    }

    @Test
    void everySetting_isFoundByItsName_unlessThereIsNoneHere() {
        open(CONNECTED);
        for (var setting : Setting.values()) {
            model.type(words.say(setting.title()));
            assertThat(screens.getLast().commands().stream()
                            .anyMatch(command -> command.deed().equals(new Command.Deed.Find(setting))))
                    .as(setting.name())
                    .isEqualTo(setting != Setting.UPDATES);
        }
    }

    @Test
    void favourites_areMarkedAndUnmarkedByName() {
        open(CONNECTED);
        model.type("add tokyo to favourites");
        model.accept();
        assertThat(daemon.open()).containsExactly(new Request.Favour("ap-northeast-1", true));

        model.on(live(Snapshots.withFavourites(CONNECTED, List.of("ap-northeast-1"))));
        model.open();
        model.type("remove tokyo from favourites");
        model.accept();
        assertThat(daemon.open()).last().isEqualTo(new Request.Favour("ap-northeast-1", false));
    }

    /// Where there are releases nobody can ask for.
    private final class TestHands implements Hands {
        @Override
        public void goTo(Tab tab) {
            gone.add(tab);
        }

        @Override
        public boolean has(Setting setting) {
            return setting != Setting.UPDATES;
        }

        @Override
        public void find(Setting setting) {
            doings.add("find " + setting);
        }

        @Override
        public void colour(Appearance appearance) {
            doings.add("colour " + appearance);
        }

        @Override
        public void copy(String text) {
            copied.add(text);
        }

        @Override
        public void quit() {
            doings.add("quit");
        }
    }

    private void open(Snapshot snapshot) {
        model.on(live(snapshot));
        model.open();
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
    }

    private List<String> titles() {
        return screens.getLast().commands().stream()
                .map(command -> words.say(command.title()))
                .toList();
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }
}
