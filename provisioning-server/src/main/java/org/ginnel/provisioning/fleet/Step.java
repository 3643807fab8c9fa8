// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One thing that becomes another, on the way from what is to what an operator wants.
///
/// @param subject what: `server:ID`, `tier:ID`, `webhook:URL`, `user:ID`, or `settings`
/// @param fields what of it changes; of secrets only that they do
public record Step(Kind kind, String subject, List<Field> fields) {
    public Step {
        fields = List.copyOf(fields);
    }

    /// Whether something is taken away that others hang on: a server, or a user.
    public boolean isRemoval() {
        return kind == Kind.REMOVE && (topic().equals("server") || topic().equals("user"));
    }

    /// What kind of thing it is about, such as `server`.
    public String topic() {
        return subject.split(":", 2)[0];
    }

    /// Which one of its kind, empty where there is one only.
    public String name() {
        var parts = subject.split(":", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    /// One line for people.
    @Override
    public String toString() {
        var what = (topic() + " " + name()).strip();
        return kind.sign() + " " + what
                + (fields.isEmpty()
                        ? ""
                        : ": " + fields.stream().map(Field::toString).collect(Collectors.joining(", ")));
    }

    /// What happens to it.
    public enum Kind {
        ADD("+", "added"),
        CHANGE("~", "changed"),
        REMOVE("-", "removed");

        private final String sign;
        private final String word;

        Kind(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        /// As it is shown.
        public String sign() {
            return sign;
        }

        /// As it is recorded.
        public String word() {
            return word;
        }
    }

    /// A value that changes.
    ///
    /// @param before empty where there was none
    /// @param after empty where there is none
    public record Field(String name, Optional<String> before, Optional<String> after) {
        @Override
        public String toString() {
            return before.isPresent()
                    ? name + " " + before.get() + " -> " + after.orElse("(none)")
                    : name + " " + after.orElse("(none)");
        }
    }
}
