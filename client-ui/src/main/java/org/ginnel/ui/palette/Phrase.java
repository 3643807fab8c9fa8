// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.control.Request;
import org.ginnel.ui.text.Letters;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// What somebody typed, as far as it is a wish in plain words: `connect to tokyo`, `pause for 10 minutes`.
///
/// @param place what is named after a word for connecting; empty when there is none
/// @param pause how long, after a word for pausing
record Phrase(Optional<String> place, Optional<Duration> pause) {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})(?:[.,](\\d))?\\s*(\\p{L}*)(?:\\s+\\p{L}+)*");

    /// @param words has the words for connecting, pausing and the units of time, separated by commas
    static Phrase of(String typed, Words words) {
        var text = Letters.plain(typed.strip()).replaceAll("\\s+", " ");
        return new Phrase(
                after(text, words.say(Message.of("palette.connectWords"))),
                after(text, words.say(Message.of("palette.pauseWords"))).flatMap(rest -> length(rest, words)));
    }

    /// What follows the longest of those words that the text begins with.
    private static Optional<String> after(String text, String starts) {
        return list(starts).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .filter(start -> text.startsWith(start + " "))
                .findFirst()
                .map(start -> text.substring(start.length() + 1).strip());
    }

    private static Optional<Duration> length(String text, Words words) {
        var found = LENGTH.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var tenths =
                Long.parseLong(found.group(1)) * 10 + (found.group(2) == null ? 0 : Long.parseLong(found.group(2)));
        return seconds(found.group(3), words)
                .map(unit -> Duration.ofSeconds(tenths * unit / 10))
                .filter(length -> length.isPositive() && length.compareTo(Request.MAX_PAUSE) <= 0);
    }

    /// Without a unit, minutes are meant.
    private static Optional<Long> seconds(String unit, Words words) {
        if (unit.isEmpty() || is(unit, words.say(Message.of("palette.minuteWords")))) {
            return Optional.of(60L);
        }
        if (is(unit, words.say(Message.of("palette.hourWords")))) {
            return Optional.of(3600L);
        }
        return is(unit, words.say(Message.of("palette.secondWords"))) ? Optional.of(1L) : Optional.empty();
    }

    private static boolean is(String unit, String names) {
        return list(names).contains(unit);
    }

    private static List<String> list(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(word -> Letters.plain(word.strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
