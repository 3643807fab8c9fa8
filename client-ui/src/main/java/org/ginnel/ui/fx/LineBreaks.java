// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Breaks a text into lines of a width, where a reader of its language expects it (UAX 14 as `BreakIterator` has it);
/// but never between a number and the word after it, such as its unit, nor within a time of day or a host's name, after
/// an apostrophe, after the hyphens that a word begins with or before the number that a server's id ends with; within a
/// word only when the word alone is wider.
///
/// @param measure how wide a text is on one line, in pixels
record LineBreaks(ToDoubleFunction<String> measure) {
    /// At most so much of the width is taken for a fraction that rounding added.
    private static final double ROUNDING = 0.01;

    private static final char HYPHEN = '-';
    private static final char LEFT_TO_RIGHT = '\u200e';
    private static final char RIGHT_TO_LEFT = '\u200f';

    /// The lines, without the spaces they were broken at; at least one.
    ///
    /// @param width of the longest line, in pixels
    List<String> of(String text, double width) {
        return orEmpty(text.lines().flatMap(paragraph -> brokenUp(paragraph, width).stream()));
    }

    /// As many lines as [#of], about as long as each other, so that no word stands alone below the others. For text
    /// that is centred.
    List<String> even(String text, double width) {
        return orEmpty(text.lines().flatMap(paragraph -> evened(paragraph, width).stream()));
    }

    private static List<String> orEmpty(Stream<String> lines) {
        var all = lines.toList();
        return all.isEmpty() ? List.of("") : all;
    }

    /// Broken at the least width that takes no more lines, and parts no word.
    private List<String> evened(String paragraph, double width) {
        var best = brokenUp(paragraph, width);
        var count = best.size();
        if (count < 2) {
            return best;
        }
        var low = Math.max(width / count, widestPart(paragraph));
        var high = width;
        while (high - low > 1) {
            var middle = (low + high) / 2;
            var narrower = brokenUp(paragraph, middle);
            if (narrower.size() == count) {
                best = narrower;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    /// The width of the longest part that is not broken.
    private double widestPart(String paragraph) {
        var breaks = BreakIterator.getLineInstance();
        breaks.setText(paragraph);
        var widest = 0.0;
        var from = 0;
        for (var next = breaks.following(0); next != BreakIterator.DONE; next = breaks.next()) {
            var to = beforeMarks(paragraph, next);
            if (to > from && !belongTogether(paragraph, to)) {
                widest = Math.max(
                        widest,
                        measure.applyAsDouble(paragraph.substring(from, to).stripTrailing()));
                from = to;
            }
        }
        return widest;
    }

    private List<String> brokenUp(String paragraph, double width) {
        List<String> lines = new ArrayList<>();
        var from = 0;
        while (from < paragraph.length()) {
            var to = lastFitting(BreakIterator.getLineInstance(), paragraph, from, width);
            if (to == from) {
                to = lastFitting(BreakIterator.getCharacterInstance(), paragraph, from, width);
            }
            // A letter that is wider than the line stands on it all the same.
            to = to == from ? paragraph.offsetByCodePoints(from, 1) : to;
            lines.add(paragraph.substring(from, to).stripTrailing());
            from = to;
        }
        return lines;
    }

    /// The end of the longest line that begins at `from` and fits; `from` when none does.
    private int lastFitting(BreakIterator breaks, String text, int from, double width) {
        if (fits(text, from, text.length(), width)) {
            return text.length();
        }
        breaks.setText(text);
        var last = from;
        for (var next = breaks.following(from); next != BreakIterator.DONE; next = breaks.next()) {
            var to = beforeMarks(text, next);
            if (!fits(text, from, to, width)) {
                return last;
            }
            if (to > from && !belongTogether(text, to)) {
                last = to;
            }
        }
        return last;
    }

    private boolean fits(String text, int from, int to, double width) {
        return measure.applyAsDouble(text.substring(from, to).stripTrailing()) <= width + ROUNDING;
    }

    /// A mark of direction belongs to what follows it.
    private static int beforeMarks(String text, int at) {
        var to = at;
        while (to > 0
                && to < text.length()
                && (text.charAt(to - 1) == LEFT_TO_RIGHT || text.charAt(to - 1) == RIGHT_TO_LEFT)) {
            to--;
        }
        return to;
    }

    /// A number and the word after it, the parts of a time of day and of a host's name, a French article and its
    /// noun, what an option of a command begins with, and the number at the end of an id.
    private static boolean belongTogether(String text, int at) {
        if (at < 1 || at >= text.length()) {
            return false;
        }
        var afterDigit = at > 1 && Character.isDigit(text.charAt(at - 2));
        return switch (text.charAt(at - 1)) {
            case HYPHEN -> beginsWord(text, at) || Character.isDigit(text.charAt(at));
            case '.' -> at > 1 && isLetter(text.charAt(at - 2)) && isLetter(text.charAt(at));
            case ' ' -> afterDigit && isAmount(text, at - 1);
            case ':' -> afterDigit && Character.isDigit(text.charAt(at));
            case '\'', '\u2019' -> true;
            default -> false;
        };
    }

    /// Whether the word that ends there is a number and no address and no id: it has no Latin letters and at most one
    /// point.
    private static boolean isAmount(String text, int end) {
        var points = 0;
        for (var i = end - 1; i >= 0 && !Character.isWhitespace(text.charAt(i)); i--) {
            if (text.charAt(i) < 128 && Character.isLetter(text.charAt(i))) {
                return false;
            }
            points += text.charAt(i) == '.' ? 1 : 0;
        }
        return points <= 1;
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c);
    }

    /// Whether only hyphens stand between a space, or the start, and that place.
    private static boolean beginsWord(String text, int at) {
        var before = at;
        while (before > 0 && text.charAt(before - 1) == HYPHEN) {
            before--;
        }
        return before == 0 || Character.isWhitespace(text.charAt(before - 1));
    }
}
