// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.ArrayList;
import java.util.List;

/// What one command takes.
///
/// @param name the word it is called by
/// @param summary one sentence
/// @param details more lines for help; may be empty
/// @param word how help calls the word that may follow; empty when none may
/// @param words what that word may be, for completions; empty for anything
/// @param about one line on that word
/// @param options in the order of help
public record Usage(
        String name,
        String summary,
        List<String> details,
        String word,
        List<String> words,
        String about,
        List<Option> options) {
    public Usage {
        details = List.copyOf(details);
        words = List.copyOf(words);
        options = List.copyOf(options);
    }

    /// A command that takes nothing yet.
    public static Usage of(String name, String summary, String... details) {
        return new Usage(name, summary, List.of(details), "", List.of(), "", List.of());
    }

    /// The same, taking a word.
    ///
    /// @param values what it may be; none for anything
    public Usage withWord(String label, String description, String... values) {
        return new Usage(name, summary, details, label, List.of(values), description, options);
    }

    /// The same, taking one more option.
    public Usage with(Option option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new Usage(name, summary, details, word, words, about, more);
    }

    /// Whether a word may follow.
    public boolean takesWord() {
        return !word.isEmpty();
    }
}
