// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What the user decided about the window itself.
///
/// @param appearance which colours
/// @param textPercent how large text is, one of [#TEXT_SIZES]
/// @param language a tag such as `de` or `zh-Hans`; empty: the system's
/// @param connectAtStart whether to connect when the window starts and nothing is wanted
/// @param notifications whether changes are announced
/// @param quietHours when they are not
/// @param checkForUpdates whether somebody is asked for newer releases
/// @param detailedLog whether the window writes more about itself to its log
public record Preferences(
        Appearance appearance,
        int textPercent,
        Optional<String> language,
        boolean connectAtStart,
        boolean notifications,
        Optional<QuietHours> quietHours,
        boolean checkForUpdates,
        boolean detailedLog) {
    /// How large text may be, in percent.
    public static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 175, 200);

    private static final int LONGEST_TAG = 16;

    /// @throws IllegalArgumentException for a size that is none of [#TEXT_SIZES], or a language that is no tag
    public Preferences {
        if (!TEXT_SIZES.contains(textPercent)) {
            throw new IllegalArgumentException("no such size of text");
        }
        if (language.filter(tag -> tag.isEmpty() || tag.length() > LONGEST_TAG).isPresent()) {
            throw new IllegalArgumentException("no tag of a language");
        }
    }

    /// What holds until the user says otherwise.
    public static Preferences defaults() {
        return new Preferences(Appearance.SYSTEM, 100, Optional.empty(), false, true, Optional.empty(), false, false);
    }

    /// Whether something may be announced then.
    public boolean mayDisturb(LocalTime time) {
        return notifications && quietHours.filter(quiet -> quiet.contains(time)).isEmpty();
    }

    /// The same with other colours.
    public Preferences with(Appearance other) {
        return new Preferences(
                other, textPercent, language, connectAtStart, notifications, quietHours, checkForUpdates, detailedLog);
    }

    /// The same with text of another size.
    public Preferences withTextPercent(int other) {
        return new Preferences(
                appearance, other, language, connectAtStart, notifications, quietHours, checkForUpdates, detailedLog);
    }

    /// The same in another language.
    public Preferences withLanguage(Optional<String> other) {
        return new Preferences(
                appearance,
                textPercent,
                other,
                connectAtStart,
                notifications,
                quietHours,
                checkForUpdates,
                detailedLog);
    }

    /// The same, connecting at start or not.
    public Preferences withConnectAtStart(boolean other) {
        return new Preferences(
                appearance, textPercent, language, other, notifications, quietHours, checkForUpdates, detailedLog);
    }

    /// The same, announcing changes or not.
    public Preferences withNotifications(boolean other) {
        return new Preferences(
                appearance, textPercent, language, connectAtStart, other, quietHours, checkForUpdates, detailedLog);
    }

    /// The same with other quiet hours.
    public Preferences withQuietHours(Optional<QuietHours> other) {
        return new Preferences(
                appearance, textPercent, language, connectAtStart, notifications, other, checkForUpdates, detailedLog);
    }

    /// The same, asking for newer releases or not.
    public Preferences withCheckForUpdates(boolean other) {
        return new Preferences(
                appearance, textPercent, language, connectAtStart, notifications, quietHours, other, detailedLog);
    }

    /// The same, writing more to the log, or less.
    public Preferences withDetailedLog(boolean other) {
        return new Preferences(
                appearance, textPercent, language, connectAtStart, notifications, quietHours, checkForUpdates, other);
    }
}
