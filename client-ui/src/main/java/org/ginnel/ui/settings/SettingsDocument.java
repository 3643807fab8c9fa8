// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.settings.Settings;
import org.ginnel.ui.preferences.FlatJson;
import org.ginnel.ui.preferences.PreferenceFields;
import org.ginnel.ui.preferences.Preferences;

/// All settings as one JSON text that people may keep or give to others. It never holds a key, a server or an address
/// of an operator, and a text that names anything but known settings is refused as a whole.
final class SettingsDocument {
    private static final String KIND = "ginnel-settings";
    private static final int VERSION = 1;
    private static final String ALLOW_LAN = "allow-lan";
    private static final String LOCKDOWN = "lockdown";
    private static final String DNS = "dns";

    /// What a text is.
    sealed interface Read {
        /// Settings.
        record Offered(Preferences preferences, Settings settings) implements Read {}

        /// No settings of ours.
        record Foreign() implements Read {}

        /// Settings, but also fields that we do not know or whose values we do not take.
        record Refused(List<String> fields) implements Read {
            public Refused {
                fields = List.copyOf(fields);
            }
        }
    }

    static String write(Preferences preferences, Settings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(KIND, VERSION);
        fields.putAll(PreferenceFields.of(preferences));
        fields.put(ALLOW_LAN, settings.allowLan());
        fields.put(LOCKDOWN, settings.lockdown());
        fields.put(DNS, settings.dns());
        return FlatJson.write(fields);
    }

    /// What holds now, changed by what the text says; settings it does not name stay.
    static Read read(String text, Preferences preferences, Settings settings) {
        var parsed =
                FlatJson.parse(text).filter(fields -> Integer.valueOf(VERSION).equals(fields.get(KIND)));
        if (parsed.isEmpty()) {
            return new Read.Foreign();
        }
        List<String> refused = new ArrayList<>();
        var wanted = new Read.Offered(preferences, settings);
        for (var field : parsed.get().entrySet()) {
            if (!field.getKey().equals(KIND)) {
                var next = change(wanted, field.getKey(), field.getValue());
                next.ifPresentOrElse(_ -> {}, () -> refused.add(field.getKey()));
                wanted = next.orElse(wanted);
            }
        }
        return refused.isEmpty() ? wanted : new Read.Refused(refused);
    }

    private static Optional<Read.Offered> change(Read.Offered to, String name, Object value) {
        if (PreferenceFields.ALL.contains(name)) {
            return PreferenceFields.change(to.preferences(), name, value)
                    .map(preferences -> new Read.Offered(preferences, to.settings()));
        }
        return change(to.settings(), name, value).map(settings -> new Read.Offered(to.preferences(), settings));
    }

    private static Optional<Settings> change(Settings settings, String name, Object value) {
        return switch (value) {
            case Boolean on when name.equals(ALLOW_LAN) -> Optional.of(settings.withAllowLan(on));
            case Boolean on when name.equals(LOCKDOWN) -> Optional.of(settings.withLockdown(on));
            case List<?> list when name.equals(DNS) -> dns(settings, list);
            default -> Optional.empty();
        };
    }

    private static Optional<Settings> dns(Settings settings, List<?> list) {
        var servers = list.stream().map(String::valueOf).toList();
        return servers.size() <= Settings.MAX_DNS && servers.stream().allMatch(Settings::isResolver)
                ? Optional.of(settings.withDns(servers))
                : Optional.empty();
    }

    private SettingsDocument() {}
}
