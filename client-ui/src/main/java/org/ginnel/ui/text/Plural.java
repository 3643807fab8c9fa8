// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.util.List;

/// The rule by which words follow a number (Unicode CLDR, cardinal plurals of whole numbers).
public enum Plural {
    /// Chinese, Japanese: words stay as they are.
    OTHER,
    /// English, German, Spanish: 1, and all others.
    ONE_OTHER,
    /// French, Portuguese: 0 and 1, and all others.
    NONE_AND_ONE_OTHER,
    /// Arabic: 0, 1, 2, 3 to 10, 11 to 99, and whole hundreds with what comes close behind them.
    ARABIC;

    /// Every form that a sentence with a number needs.
    public List<String> forms() {
        return switch (this) {
            case OTHER -> List.of("other");
            case ONE_OTHER, NONE_AND_ONE_OTHER -> List.of("one", "other");
            case ARABIC -> List.of("zero", "one", "two", "few", "many", "other");
        };
    }

    /// The form for that number, at least 0.
    public String of(long number) {
        return switch (this) {
            case OTHER -> "other";
            case ONE_OTHER -> number == 1 ? "one" : "other";
            case NONE_AND_ONE_OTHER -> number <= 1 ? "one" : "other";
            case ARABIC -> arabic(number);
        };
    }

    private static String arabic(long number) {
        if (number <= 2) {
            return number == 0 ? "zero" : number == 1 ? "one" : "two";
        }
        var rest = number % 100;
        if (rest >= 3 && rest <= 10) {
            return "few";
        }
        return rest >= 11 ? "many" : "other";
    }
}
