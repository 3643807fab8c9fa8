// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.ArrayList;
import java.util.List;

/// What one command takes.
///
/// @param name the word it is called by
/// @param summary one sentence
/// @param details more lines for help; may be empty
/// @param word how help calls the words that may follow; empty when none may
/// @param words what the first of them may be, for completions; empty for anything
/// @param about one line on that word; empty when the choices say it
/// @param choices what may stand behind each of `words`; empty for commands that take one word
/// @param mostWords how many may follow
/// @param options in the order of help
public record Usage(
        String name,
        String summary,
        List<String> details,
        String word,
        List<String> words,
        String about,
        List<Choice> choices,
        int mostWords,
        List<Option> options) {
    public Usage {
        details = List.copyOf(details);
        words = List.copyOf(words);
        choices = List.copyOf(choices);
        options = List.copyOf(options);
    }

    /// A command that takes nothing yet.
    public static Usage of(String name, String summary, String... details) {
        return new Usage(name, summary, List.of(details), "", List.of(), "", List.of(), 0, List.of());
    }

    /// The same, taking a word.
    ///
    /// @param values what it may be; none for anything
    public Usage withWord(String label, String description, String... values) {
        return new Usage(name, summary, details, label, List.of(values), description, List.of(), 1, options);
    }

    /// The same, taking one of these words and what may stand behind it.
    ///
    /// @param most how many words that may be, the first one included
    public Usage withChoices(String label, int most, Choice... choices) {
        var all = List.of(choices);
        var first = all.stream().map(Choice::word).toList();
        return new Usage(name, summary, details, label, first, "", all, most, options);
    }

    /// The same, taking one more option.
    public Usage with(Option option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new Usage(name, summary, details, word, words, about, choices, mostWords, more);
    }

    /// Whether a word may follow.
    public boolean takesWord() {
        return mostWords > 0;
    }
}
