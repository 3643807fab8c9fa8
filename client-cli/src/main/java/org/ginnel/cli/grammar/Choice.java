// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.List;

/// A word that may follow a command, and what may stand behind it.
///
/// @param word the word itself
/// @param label how help calls what stands behind it
/// @param values what that may be, for completions; empty for anything
/// @param description one line for help
public record Choice(String word, String label, List<String> values, String description) {
    public Choice {
        values = List.copyOf(values);
    }
}
