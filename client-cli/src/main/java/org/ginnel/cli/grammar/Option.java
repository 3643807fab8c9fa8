// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.List;

/// An option: a flag, or one that a value follows.
///
/// @param names such as `-h` and `--help`; the last one is the one it is asked for by
/// @param label how help calls the value; empty for a flag
/// @param values what the value may be, for completions; empty for anything
/// @param description one line for help; empty keeps the option out of help and completions
public record Option(List<String> names, String label, List<String> values, String description) {
    public Option {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    /// A flag.
    public static Option flag(String name, String description) {
        return new Option(List.of(name), "", List.of(), description);
    }

    /// An option with any value.
    public static Option valued(String name, String label, String description) {
        return new Option(List.of(name), label, List.of(), description);
    }

    /// The name it is asked for by.
    public String name() {
        return names.getLast();
    }

    /// Whether a value follows.
    public boolean takesValue() {
        return !label.isEmpty();
    }

    /// Whether people are not told of it.
    public boolean isHidden() {
        return description.isEmpty();
    }
}
