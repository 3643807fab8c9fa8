// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.wireguard.ConfigProblem.Reason;

/// Cuts a text into sections and settings the way `wg` does (`config_read_line` in wireguard-tools' config.c): lines
/// end in LF, `#` starts a comment wherever it stands, and ASCII white space means nothing, not even within a word.
final class ConfigLines {
    private ConfigLines() {}

    /// One `key = value`. The value keeps its inner white space, which `wg-quick` takes for separators.
    ///
    /// @param line counts from 1
    record Setting(int line, String key, String value) {}

    /// A header and what stands below it.
    ///
    /// @param line of the header, from 1; 0 for what stands before the first header, whose name is empty
    /// @param name what stands in the brackets
    record Section(int line, String name, List<Setting> settings) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /// The sections of the text; the first is the one without a header.
    static List<Section> split(String text, Problems problems) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(0, "", new ArrayList<>()));
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var bare = line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#'));
            var word = compact(bare);
            if (!word.isEmpty()) {
                read(number, bare, word, sections, problems);
            }
        }
        return sections;
    }

    private static void read(int number, String bare, String word, List<Section> sections, Problems problems) {
        var equals = bare.indexOf('=');
        var section = sections.getLast();
        if (!isPrintable(word)) {
            problems.add(number, section.name(), Reason.NOT_A_SETTING);
        } else if (word.startsWith("[") && word.endsWith("]")) {
            sections.add(new Section(number, word.substring(1, word.length() - 1), new ArrayList<>()));
        } else if (equals < 0 || word.startsWith("=") || word.startsWith("[")) {
            problems.add(number, section.name(), Reason.NOT_A_SETTING);
        } else {
            var key = compact(bare.substring(0, equals));
            section.settings().add(new Setting(number, key, bare.substring(equals + 1)));
        }
    }

    /// The text without its white space.
    static String compact(String text) {
        var word = new StringBuilder(text.length());
        text.chars().filter(c -> !isSpace(c)).forEach(c -> word.append((char) c));
        return word.toString();
    }

    /// The words of a list that is separated by commas, white space or both.
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : text.split("[, \t\u000b\f\r]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /// `isspace(3)` in the C locale.
    private static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /// Nothing that a key or a value may hold is outside ASCII, and `wg` stops reading at a NUL.
    private static boolean isPrintable(String word) {
        return word.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
