// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ginnel.settings.Settings;
import org.ginnel.ui.file.TextFiles;
import org.ginnel.ui.preferences.LoginStart;
import org.ginnel.ui.preferences.PreferenceStore;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// The settings of the window itself, the search in all of them, and their export, import and reset.
///
/// Used on the window's thread only.
public final class OwnSettings {
    private static final int LONGEST_LIST = 200;

    private final PreferenceStore store;
    private final LoginStart login;
    private final boolean updates;
    private final TextFiles files;
    private final Words words;
    private String search = "";
    private Exchange exchange = new Exchange.Idle();
    private Optional<SettingsDocument.Read.Offered> offered = Optional.empty();

    /// @param updates whether newer releases can be asked for at all
    /// @param words in which people search
    public OwnSettings(PreferenceStore store, LoginStart login, boolean updates, TextFiles files, Words words) {
        this.store = store;
        this.login = login;
        this.updates = updates;
        this.files = files;
        this.words = words;
    }

    SettingsScreen.Own shown() {
        return new SettingsScreen.Own(
                store.now(), login.isOn(), updates, search, SettingSearch.matching(search, words), exchange);
    }

    void leave() {
        search = "";
        cancel();
    }

    void search(String text) {
        search = text;
    }

    void prefer(UnaryOperator<Preferences> how) {
        store.change(how);
    }

    void startAtLogin(boolean start) {
        login.set(start);
    }

    void export(Settings settings, Runnable then) {
        files.save("ginnel-settings.json", SettingsDocument.write(store.now(), settings), saved -> {
            exchange = new Exchange.Told(
                    switch (saved) {
                        case TextFiles.Saved.Done(var file) -> Message.of("settings.exported", file);
                        case TextFiles.Saved.Failed(var why) -> Message.of("settings.notExported", why);
                    });
            then.run();
        });
    }

    void choose(Settings settings, Runnable then) {
        files.open(opened -> {
            exchange = switch (opened) {
                case TextFiles.Opened.Failed(var why) -> new Exchange.Told(Message.of("settings.notOpened", why));
                case TextFiles.Opened.Text(var text) -> read(text, settings);
            };
            then.run();
        });
    }

    private Exchange read(String text, Settings settings) {
        return switch (SettingsDocument.read(text, store.now(), settings)) {
            case SettingsDocument.Read.Foreign() -> new Exchange.Told(Message.of("settings.foreign"));
            case SettingsDocument.Read.Refused(var fields) -> {
                var list = String.join(", ", fields);
                var shown = list.length() <= LONGEST_LIST ? list : list.substring(0, LONGEST_LIST) + "\u2026";
                yield new Exchange.Told(Message.of("settings.importRefused", shown));
            }
            case SettingsDocument.Read.Offered wanted -> {
                var changes = SettingsChanges.of(store.now(), settings, wanted.preferences(), wanted.settings());
                offered = Optional.of(wanted);
                yield changes.isEmpty()
                        ? new Exchange.Told(Message.of("settings.importSame"))
                        : new Exchange.Offered(changes);
            }
        };
    }

    void reset() {
        exchange = new Exchange.Resetting();
        offered = Optional.of(new SettingsDocument.Read.Offered(Preferences.defaults(), Settings.defaults()));
    }

    /// Makes so what was asked.
    ///
    /// @return what the daemon is to be asked for
    Optional<Settings> confirm() {
        var confirmed = offered;
        cancel();
        confirmed.ifPresent(wanted -> store.change(_ -> wanted.preferences()));
        return confirmed.map(SettingsDocument.Read.Offered::settings);
    }

    void cancel() {
        exchange = new Exchange.Idle();
        offered = Optional.empty();
    }
}
