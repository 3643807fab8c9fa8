// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.devkit.Snapshots;
import org.ginnel.settings.Settings;
import org.ginnel.ui.FakeFiles;
import org.ginnel.ui.FakeTime;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.TestWays;
import org.ginnel.ui.file.TextFiles;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.preferences.LoginStart;
import org.ginnel.ui.preferences.PreferenceStore;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.preferences.PreferencesFile;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSettingsTest {
    private static final Settings SET = new Settings(false, true, List.of("9.9.9.9"));

    @TempDir
    Path config;

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final FakeFiles files = new FakeFiles();
    private final PreferenceStore store = new PreferenceStore(PreferencesFile.in(Map.of()));
    private final Words words = Words.english();
    private final List<SettingsScreen> screens = new ArrayList<>();
    private SettingsViewModel model;

    @BeforeEach
    void open() {
        var environment = Map.of("XDG_CONFIG_HOME", config.toString(), "GINNEL_LAUNCHER", "/opt/ginnel/bin/ginnel-ui");
        var own = new OwnSettings(store, LoginStart.of(environment), false, files, words);
        model = new SettingsViewModel(daemon, new TestWays(), new KeyChange(daemon), new FakeTime(), own, screens::add);
        model.on(new LinkState.Live(Snapshots.withSettings(Snapshots.loggedIn(), SET), "ginneld", true, true));
        model.showing(true);
    }

    private SettingsScreen screen() {
        return screens.getLast();
    }

    private String told() {
        return words.say(((Exchange.Told) screen().exchange()).news());
    }

    private List<String> offered() {
        return ((Exchange.Offered) screen().exchange())
                .changes().stream().map(words::say).toList();
    }

    private void opening(String text) {
        files.opening(new TextFiles.Opened.Text(text));
        model.importAll();
    }

    @Test
    void theWindowsOwn_areChangedAtOnce_withoutTheDaemon() {
        model.prefer(p -> p.with(Appearance.DARK).withTextPercent(150));

        assertThat(screen().preferences().textPercent()).isEqualTo(150);
        assertThat(store.now().appearance()).isEqualTo(Appearance.DARK);
        assertThat(daemon.asked()).isEmpty();
    }

    @Test
    void startingAtLogin_isAnEntryInTheDesktopsDirectory() {
        model.startAtLogin(true);
        assertThat(screen().startsAtLogin()).contains(true);
        assertThat(config.resolve("autostart/org.ginnel.desktop"))
                .content()
                .contains("Exec=\"/opt/ginnel/bin/ginnel-ui\"\n");
        model.startAtLogin(false);
        assertThat(Files.exists(config.resolve("autostart/org.ginnel.desktop"))).isFalse();
    }

    @Test
    void aLauncherThatCouldCarryCommands_isNotOffered() {
        for (var launcher : List.of("", "ginnel-ui", "/bin/sh -c \"x\"", "/a\nExec=/b", "/a/%f", "/a/$(b)")) {
            assertThat(LoginStart.of(Map.of("HOME", "/h", "GINNEL_LAUNCHER", launcher))
                            .isOn())
                    .as(launcher)
                    .isEmpty();
        }
    }

    @Test
    void searching_findsNamesAndMeanings_whateverTheCase() {
        model.search("LOCKdown");
        assertThat(screen().found()).containsExactlyInAnyOrder(Setting.LOCKDOWN);
        model.search("printers nearby");
        assertThat(screen().found()).containsExactly(Setting.ALLOW_LAN);
        model.search("lockdwon");
        assertThat(screen().found()).as("a slip").containsExactly(Setting.LOCKDOWN);
        model.search("no such thing");
        assertThat(screen().found()).isEmpty();
        model.search(" ");
        assertThat(screen().found()).hasSize(Setting.values().length);
    }

    @Test
    void whatIsExported_canBeImported_andHoldsNoKey() {
        model.prefer(p -> p.withLanguage(Optional.of("de")).withDetailedLog(true));
        model.exportAll();
        var text = Objects.requireNonNull(files.saved.get("ginnel-settings.json"));
        assertThat(told()).isEqualTo("Written to ginnel-settings.json.".replace("to g", "to /home/u/g"));
        assertThat(text).doesNotContain("testuser", "vpn.example.com");

        opening(text);
        assertThat(told()).isEqualTo("Every setting in this file is so already.");
        model.prefer(_ -> Preferences.defaults());
        opening(text);
        assertThat(offered()).containsExactly("2 settings of this window");
        model.confirmExchange();
        assertThat(store.now().detailedLog()).isTrue();
    }

    @Test
    void whatWouldProtectLess_isSaidFirst_andNothingChanges_untilItIsWanted() {
        opening("{\"ginnel-settings\":1,\"lockdown\":false,\"allow-lan\":true,\"dns\":[\"1.1.1.1\"]}");

        assertThat(offered())
                .containsExactly(
                        "Less protection: lockdown is turned off",
                        "Less protection: the local network may be reached",
                        "Names are asked of 1.1.1.1");
        assertThat(daemon.asked()).isEmpty();
        model.confirmExchange();
        assertThat(daemon.open())
                .containsExactly(new Request.ChangeSettings(new Settings(true, false, List.of("1.1.1.1"))));
        daemon.answer(new Reply.Done(Snapshots.loggedIn()));
    }

    @Test
    void unsafeAndUnknownFields_refuseTheWholeFile_byName() {
        opening("{\"ginnel-settings\":1,\"appearance\":\"dark\",\"api-key\":\"k\",\"post-up\":\"rm -rf /\"}");
        assertThat(told()).startsWith("Nothing was changed: Ginnel does not take api-key, post-up from a file.");
        opening("{\"ginnel-settings\":1,\"dns\":[\"127.0.0.1\"]}");
        assertThat(told()).contains("does not take dns from");
        opening("{\"ginnel-settings\":1,\"text-percent\":9000}");
        assertThat(told()).contains("text-percent");
        assertThat(store.now()).isEqualTo(Preferences.defaults());
    }

    @Test
    void whatIsNoFileOfOurs_isSaid() {
        for (var text : List.of("", "x", "[1]", "{}", "{\"ginnel-settings\":2}", "{\"a\":{\"b\":{\"c\":{\"d\":1}}}}")) {
            opening(text);
            assertThat(told()).as(text).startsWith("This file holds no settings of Ginnel.");
        }
        files.opening(new TextFiles.Opened.Failed("Permission denied"));
        model.importAll();
        assertThat(told()).contains("Permission denied");
    }

    @Test
    void reset_isConfirmed_andAsksTheDaemonToo() {
        model.prefer(p -> p.withTextPercent(200));
        model.reset();
        assertThat(screen().exchange()).isEqualTo(new Exchange.Resetting());
        model.cancelExchange();
        assertThat(daemon.asked()).isEmpty();
        model.reset();
        model.confirmExchange();
        assertThat(store.now()).isEqualTo(Preferences.defaults());
        assertThat(daemon.open()).containsExactly(new Request.ChangeSettings(Settings.defaults()));
    }

    @Test
    void leavingTheScreen_forgetsWhatWasAsked() {
        model.search("dns");
        model.reset();
        model.showing(false);
        model.showing(true);

        assertThat(screen().search()).isEmpty();
        assertThat(screen().exchange()).isEqualTo(new Exchange.Idle());
    }
}
