// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// [Preferences] as fields of a [FlatJson], for the file and for export.
public final class PreferenceFields {
    public static final String APPEARANCE = "appearance";
    public static final String TEXT_PERCENT = "text-percent";
    public static final String LANGUAGE = "language";
    public static final String CONNECT_AT_START = "connect-at-start";
    public static final String NOTIFICATIONS = "notifications";
    public static final String QUIET_HOURS = "quiet-hours";
    public static final String CHECK_FOR_UPDATES = "check-for-updates";
    public static final String DETAILED_LOG = "detailed-log";

    private static final String SYSTEM = "system";
    private static final String NONE = "off";

    /// Every field there is.
    public static final List<String> ALL = List.of(
            APPEARANCE,
            TEXT_PERCENT,
            LANGUAGE,
            CONNECT_AT_START,
            NOTIFICATIONS,
            QUIET_HOURS,
            CHECK_FOR_UPDATES,
            DETAILED_LOG);

    /// All of them, in their order.
    public static Map<String, Object> of(Preferences preferences) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(APPEARANCE, preferences.appearance().name().toLowerCase(Locale.ROOT));
        fields.put(TEXT_PERCENT, preferences.textPercent());
        fields.put(LANGUAGE, preferences.language().orElse(SYSTEM));
        fields.put(CONNECT_AT_START, preferences.connectAtStart());
        fields.put(NOTIFICATIONS, preferences.notifications());
        fields.put(
                QUIET_HOURS,
                preferences.quietHours().map(q -> q.from() + "-" + q.to()).orElse(NONE));
        fields.put(CHECK_FOR_UPDATES, preferences.checkForUpdates());
        fields.put(DETAILED_LOG, preferences.detailedLog());
        return fields;
    }

    /// `preferences` with one field of that value; empty when the value is none for it.
    ///
    /// @param name one of [#ALL]
    public static Optional<Preferences> change(Preferences preferences, String name, Object value) {
        try {
            return Optional.of(changed(preferences, name, value));
        } catch (IllegalArgumentException | ClassCastException | DateTimeException _) {
            return Optional.empty(); // no such value: said by the answer
        }
    }

    private static Preferences changed(Preferences preferences, String name, Object value) {
        return switch (name) {
            case APPEARANCE -> preferences.with(Appearance.valueOf(((String) value).toUpperCase(Locale.ROOT)));
            case TEXT_PERCENT -> preferences.withTextPercent((Integer) value);
            case LANGUAGE ->
                preferences.withLanguage(Optional.of((String) value).filter(v -> !v.equals(SYSTEM)));
            case CONNECT_AT_START -> preferences.withConnectAtStart((Boolean) value);
            case NOTIFICATIONS -> preferences.withNotifications((Boolean) value);
            case QUIET_HOURS -> preferences.withQuietHours(quietHours((String) value));
            case CHECK_FOR_UPDATES -> preferences.withCheckForUpdates((Boolean) value);
            case DETAILED_LOG -> preferences.withDetailedLog((Boolean) value);
            default -> throw new IllegalArgumentException("no such preference");
        };
    }

    private static Optional<QuietHours> quietHours(String text) {
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        var parts = text.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no two times");
        }
        return Optional.of(new QuietHours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1])));
    }

    private PreferenceFields() {}
}
