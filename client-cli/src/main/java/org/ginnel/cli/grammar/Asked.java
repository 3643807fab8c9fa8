// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody asked for.
public sealed interface Asked {
    /// Help, on everything or on one command.
    record Help(@Nullable Usage command) implements Asked {}

    /// Which release this is.
    record Version() implements Asked {}

    /// Nothing at all.
    record Nothing() implements Asked {}

    /// Something that is not understood. Quotes no value and no word that stands where a secret may.
    ///
    /// @param next what to do
    record Misuse(String what, String next) implements Asked {}

    /// That a command be run.
    ///
    /// @param options values by [Option#name()]; that of a flag is empty
    /// @param words what stands behind the command, at most as many as it takes
    record Run(Usage command, Map<String, String> options, List<String> words) implements Asked {
        public Run {
            options = Map.copyOf(options);
            words = List.copyOf(words);
        }

        /// Whether this flag or option was given.
        public boolean has(String name) {
            return options.containsKey(name);
        }

        /// What was given with this option.
        public Optional<String> value(String name) {
            return Optional.ofNullable(options.get(name));
        }

        /// The first word behind the command.
        public Optional<String> word() {
            return words.stream().findFirst();
        }

        /// Without values: one of them may be a key.
        @Override
        public String toString() {
            return "Run[" + command.name() + " " + options.keySet() + "]";
        }
    }
}
