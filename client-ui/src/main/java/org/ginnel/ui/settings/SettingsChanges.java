// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.settings.Settings;
import org.ginnel.ui.preferences.PreferenceFields;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.text.Message;

/// What would be another one, in words: first what protects less than now, then the rest.
final class SettingsChanges {
    static List<Message> of(Preferences now, Settings set, Preferences wanted, Settings asked) {
        List<Message> changes = new ArrayList<>();
        if (set.lockdown() && !asked.lockdown()) {
            changes.add(Message.of("settings.changeWeaker", Message.of("settings.changeLockdownOff")));
        }
        if (!set.allowLan() && asked.allowLan()) {
            changes.add(Message.of("settings.changeWeaker", Message.of("settings.changeLanOn")));
        }
        if (!set.dns().equals(asked.dns())) {
            changes.add(
                    asked.dns().isEmpty()
                            ? Message.of("settings.changeDnsNone")
                            : Message.of("settings.changeDns", String.join(", ", asked.dns())));
        }
        if (!set.lockdown() && asked.lockdown()) {
            changes.add(Message.of("settings.changeLockdownOn"));
        }
        if (set.allowLan() && !asked.allowLan()) {
            changes.add(Message.of("settings.changeLanOff"));
        }
        var before = PreferenceFields.of(now);
        var window = PreferenceFields.of(wanted).entrySet().stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .count();
        if (window > 0) {
            changes.add(Message.of("settings.changeWindow", window));
        }
        return changes;
    }

    private SettingsChanges() {}
}
