// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a secret is read from, without showing it.
@FunctionalInterface
interface Keyboard {
    /// Longest line read, in bytes; what is longer is cut, and no key any more.
    int MAX_LINE_BYTES = 4096;

    /// One line; empty when there is none.
    ///
    /// @param prompt shown to a person, not to a pipe
    Optional<String> secret(String prompt) throws IOException;

    /// Asks a person without echo where there is a terminal, else reads a line of `in`.
    static Keyboard of(@Nullable Console console, InputStream in) {
        if (console == null || !console.isTerminal()) {
            return _ -> line(in);
        }
        return prompt -> Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
    }

    /// The first line that is not blank. Stops at its end, so that a person at a terminal need not end the input.
    private static Optional<String> line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var c = in.read(); c >= 0 && bytes.size() < MAX_LINE_BYTES; c = in.read()) {
            if (c == '\n' && !text(bytes).isBlank()) {
                break;
            }
            bytes.write(c);
        }
        return Optional.of(text(bytes)).filter(t -> !t.isBlank());
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
