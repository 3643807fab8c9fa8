// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a mistyped word is from the right one.
public final class Nearest {
    private Nearest() {}

    /// The nearest of `words`, when it is near enough to be meant.
    public static Optional<String> to(String typed, Stream<String> words) {
        record Near(String word, int edits) {}
        return words.map(w -> new Near(w, edits(typed, w)))
                .filter(n -> n.edits() <= Math.max(1, typed.length() / 3))
                .min(Comparator.comparingInt(Near::edits))
                .map(Near::word);
    }

    /// Levenshtein's distance: how many letters to insert, drop or replace.
    public static int edits(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
