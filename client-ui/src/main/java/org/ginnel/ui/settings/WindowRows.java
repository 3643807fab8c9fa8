// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.preferences.QuietHours;
import org.ginnel.ui.text.Dates;
import org.ginnel.ui.text.Language;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// The settings of the window itself.
final class WindowRows {
    private static final List<Optional<QuietHours>> QUIET = List.of(
            Optional.empty(),
            Optional.of(QuietHours.NIGHT),
            Optional.of(new QuietHours(LocalTime.of(23, 0), LocalTime.of(8, 0))),
            Optional.of(new QuietHours(LocalTime.of(0, 0), LocalTime.of(9, 0))));
    private static final List<Optional<Language>> LANGUAGES = Stream.concat(
                    Stream.of(Optional.<Language>empty()),
                    Language.offered().stream().map(Optional::of))
            .toList();

    private final Words words;
    private final ChoiceRows<Appearance> appearance;
    private final ChoiceRows<Integer> textSize;
    private final ChoiceRows<Optional<Language>> language;
    private final ChoiceRows<Optional<QuietHours>> quiet;
    private final CheckBox loginStart;
    private final CheckBox connectAtStart;
    private final CheckBox notifications;
    private final CheckBox updates;
    private final CheckBox diagnostics;
    private final Map<Setting, Node> rows;

    WindowRows(Words words, SettingsViewModel model, OnOffRows onOff) {
        this.words = words;
        appearance = new ChoiceRows<>(
                words, Setting.APPEARANCE, "appearance-", this::name, a -> model.prefer(p -> p.with(a)));
        textSize = new ChoiceRows<>(
                words,
                Setting.TEXT_SIZE,
                "text-size-",
                size -> words.say(Message.of("settings.percent", size)),
                size -> model.prefer(p -> p.withTextPercent(size)));
        language = new ChoiceRows<>(
                words,
                Setting.LANGUAGE,
                "language-",
                this::name,
                l -> model.prefer(p -> p.withLanguage(l.map(Language::tag))));
        quiet = new ChoiceRows<>(
                words, Setting.QUIET_HOURS, "quiet-", this::hours, q -> model.prefer(p -> p.withQuietHours(q)));
        loginStart = onOff.box("start-at-login", model::startAtLogin);
        connectAtStart = onOff.box("connect-at-start", on -> model.prefer(p -> p.withConnectAtStart(on)));
        notifications = onOff.box("notifications", on -> model.prefer(p -> p.withNotifications(on)));
        updates = onOff.box("check-for-updates", on -> model.prefer(p -> p.withCheckForUpdates(on)));
        diagnostics = onOff.box("diagnostics", on -> model.prefer(p -> p.withDetailedLog(on)));
        rows = Map.of(
                Setting.APPEARANCE, appearance.node(),
                Setting.TEXT_SIZE, textSize.node(),
                Setting.LANGUAGE, language.node(),
                Setting.LOGIN_START, onOff.row(Setting.LOGIN_START, loginStart),
                Setting.CONNECT_AT_START, onOff.row(Setting.CONNECT_AT_START, connectAtStart),
                Setting.NOTIFICATIONS, onOff.row(Setting.NOTIFICATIONS, notifications),
                Setting.QUIET_HOURS, quiet.node(),
                Setting.UPDATES, onOff.row(Setting.UPDATES, updates),
                Setting.DIAGNOSTICS, onOff.row(Setting.DIAGNOSTICS, diagnostics));
    }

    /// The row of each setting.
    Map<Setting, Node> rows() {
        return rows;
    }

    void render(SettingsScreen screen) {
        var now = screen.preferences();
        appearance.render(List.of(Appearance.values()), now.appearance());
        textSize.render(Preferences.TEXT_SIZES, now.textPercent());
        language.render(LANGUAGES, now.language().flatMap(Language::tagged));
        quiet.render(offered(now.quietHours()), now.quietHours());
        loginStart.setSelected(screen.startsAtLogin().orElse(false));
        connectAtStart.setSelected(now.connectAtStart());
        notifications.setSelected(now.notifications());
        updates.setSelected(now.checkForUpdates());
        diagnostics.setSelected(now.detailedLog());
    }

    private static List<Optional<QuietHours>> offered(Optional<QuietHours> chosen) {
        if (QUIET.contains(chosen)) {
            return QUIET;
        }
        var all = new ArrayList<>(QUIET);
        all.add(chosen);
        return all;
    }

    private String hours(Optional<QuietHours> quiet) {
        return words.say(quiet.map(q -> Message.of("settings.hours", Dates.time(q.from()), Dates.time(q.to())))
                .orElseGet(() -> Message.of("settings.never")));
    }

    private String name(Optional<Language> of) {
        return of.map(Language::ownName).orElseGet(() -> words.say(Message.of("settings.likeSystem")));
    }

    private String name(Appearance of) {
        return words.say(
                switch (of) {
                    case SYSTEM -> Message.of("settings.likeSystem");
                    case LIGHT -> Message.of("settings.light");
                    case DARK -> Message.of("settings.dark");
                });
    }
}
