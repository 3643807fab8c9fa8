// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ginnel.relay.Server;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.text.Letters;

/// What somebody typed to find a server, forgiving accents and small typos: one slip from four letters on, two from
/// eight on. Every word must be found.
public final class Search {
    private static final Pattern GAP = Pattern.compile("[\\s,;]+");
    private static final int EXACT = 0;
    private static final int INSIDE = 1;
    private static final int MISTYPED = 2;

    private final List<String> words;

    private Search(List<String> words) {
        this.words = words;
    }

    /// A search for the first eight words of what was typed.
    ///
    /// @param typed anything
    public static Search of(String typed) {
        var plain = Letters.plain(typed.strip());
        return new Search(
                plain.isEmpty()
                        ? List.of()
                        : GAP.splitAsStream(plain)
                                .filter(word -> !word.isEmpty())
                                .limit(8)
                                .toList());
    }

    /// Whether nothing is looked for.
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// How far the server is from what was typed, 0 for one that is meant to the letter; empty for one that is not.
    public OptionalInt distance(Server server) {
        var place = Place.of(server);
        return distance(place.city() + ' ' + place.country() + ' ' + server.id());
    }

    /// The same for any text.
    public OptionalInt distance(String text) {
        var plain = Letters.plain(text);
        var parts = GAP.split(plain);
        var sum = 0;
        for (var word : words) {
            var one = distance(word, plain, parts);
            if (one.isEmpty()) {
                return OptionalInt.empty();
            }
            sum += one.getAsInt();
        }
        return OptionalInt.of(sum);
    }

    private static OptionalInt distance(String word, String plain, String[] parts) {
        if (Arrays.stream(parts).anyMatch(part -> part.startsWith(word))) {
            return OptionalInt.of(EXACT);
        }
        if (plain.contains(word)) {
            return OptionalInt.of(INSIDE);
        }
        var slips = word.length() >= 8 ? 2 : word.length() >= 4 ? 1 : 0;
        return slips > 0 && Arrays.stream(parts).anyMatch(part -> slips(word, part, slips) <= slips)
                ? OptionalInt.of(MISTYPED)
                : OptionalInt.empty();
    }

    /// The letters that were left out, added, changed or swapped on the way from what was meant to what was typed
    /// (Damerau and Levenshtein), where the rest of a longer word need not have been typed yet.
    private static int slips(String typed, String meant, int limit) {
        var reach = Math.min(meant.length(), typed.length() + limit);
        var before = new int[reach + 1];
        var last = new int[reach + 1];
        var row = new int[reach + 1];
        Arrays.setAll(last, i -> i);
        for (var i = 1; i <= typed.length(); i++) {
            row[0] = i;
            for (var j = 1; j <= reach; j++) {
                var same = typed.charAt(i - 1) == meant.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && swapped(typed, meant, i, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Arrays.stream(last).min().orElse(limit + 1);
    }

    private static boolean swapped(String typed, String meant, int i, int j) {
        return typed.charAt(i - 1) == meant.charAt(j - 2) && typed.charAt(i - 2) == meant.charAt(j - 1);
    }
}
