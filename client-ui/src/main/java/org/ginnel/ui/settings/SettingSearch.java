// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.ginnel.ui.locations.Search;
import org.ginnel.ui.text.Words;

/// Finds settings by the words people read on them, whatever the case and the accents; by their names with small slips,
/// too.
final class SettingSearch {
    /// Those whose name or meaning holds every word, or whose name nearly does; all of them for no word.
    static Set<Setting> matching(String query, Words words) {
        var wanted = Arrays.stream(plain(query).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        var nearly = Search.of(query);
        var found = EnumSet.noneOf(Setting.class);
        for (var setting : Setting.values()) {
            var text = plain(words.say(setting.title()) + " " + words.say(setting.help()));
            if (wanted.stream().allMatch(text::contains)
                    || nearly.distance(words.say(setting.title())).isPresent()) {
                found.add(setting);
            }
        }
        return found;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private SettingSearch() {}
}
