// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.ginnel.lab.LabException;

/// What the suite was asked for, as `NAME=value`; what has no value is as if it were not there.
record Variables(List<String> given) {
    Variables {
        given = List.copyOf(given);
    }

    Optional<String> text(String name) {
        return given.stream()
                .filter(variable -> variable.startsWith(name + "="))
                .map(variable -> variable.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// @throws LabException for what is not a number from 1 to 999999
    Optional<Integer> number(String name) {
        return text(name).map(text -> {
            if (!text.matches("[1-9]\\d{0,5}")) {
                throw new LabException(name + " is a number from 1 to 999999, and not `" + text + "`");
            }
            return Integer.parseInt(text);
        });
    }

    /// A pattern that everything fits when there is none.
    Pattern pattern(String name) {
        try {
            return Pattern.compile(text(name).orElse(""), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new LabException(name + " is a regular expression, and " + e.getMessage(), e);
        }
    }

    /// The same, but for one.
    Variables with(String name, int value) {
        return new Variables(Stream.concat(
                        Stream.of(name + "=" + value),
                        given.stream().filter(variable -> !variable.startsWith(name + "=")))
                .toList());
    }
}
