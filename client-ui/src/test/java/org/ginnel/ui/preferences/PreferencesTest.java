// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    private static final Preferences OTHERS = new Preferences(
            Appearance.DARK, 150, Optional.of("de"), true, false, Optional.of(QuietHours.NIGHT), true, true);

    @TempDir
    Path directory;

    @Test
    void whatIsChanged_isKeptAndTold_once() {
        var store = new PreferenceStore(file());
        List<Preferences> told = new ArrayList<>();
        store.onChange(told::add);
        store.change(_ -> OTHERS);
        store.change(_ -> OTHERS);

        assertThat(told).containsExactly(OTHERS);
        assertThat(new PreferenceStore(file()).now()).isEqualTo(OTHERS);
    }

    @Test
    void nothingKept_orNowhereToKeepIt_isTheDefaults() {
        assertThat(file().read()).isEqualTo(Preferences.defaults());
        var nowhere = new PreferenceStore(PreferencesFile.in(Map.of()));
        nowhere.change(_ -> OTHERS);
        assertThat(nowhere.now()).isEqualTo(OTHERS);
    }

    @Test
    void whatCannotBeUnderstood_isAsItWasNeverSet_andTheRestHolds() throws IOException {
        file().write(Preferences.defaults());
        for (var text : List.of("", "[]", "{", "{\"appearance\":\"dark\",\"appearance\":\"dark\"}", "{\"a\":{}}")) {
            Files.writeString(path(), text);
            assertThat(file().read()).as(text).isEqualTo(Preferences.defaults());
        }
        Files.writeString(
                path(),
                "{\"appearance\":\"pink\",\"text-percent\":7,\"notifications\":\"yes\",\"quiet-hours\":\"9\","
                        + "\"unknown\":true,\"connect-at-start\":true}");
        assertThat(file().read()).isEqualTo(Preferences.defaults().withConnectAtStart(true));
    }

    @Test
    void quietHours_mayHoldMidnight() {
        assertThat(QuietHours.NIGHT.contains(LocalTime.of(23, 0))).isTrue();
        assertThat(QuietHours.NIGHT.contains(LocalTime.of(6, 59))).isTrue();
        assertThat(QuietHours.NIGHT.contains(LocalTime.of(7, 0))).isFalse();
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(noon.contains(LocalTime.of(12, 30))).isTrue();
        assertThat(noon.contains(LocalTime.of(11, 59))).isFalse();
    }

    private PreferencesFile file() {
        return PreferencesFile.in(Map.of("XDG_CONFIG_HOME", directory.toString()));
    }

    private Path path() {
        return directory.resolve("ginnel").resolve("window.json");
    }
}
