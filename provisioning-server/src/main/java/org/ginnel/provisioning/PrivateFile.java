// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.host.FileTrouble;

/// Reads one short secret from a file, without the white space around it.
final class PrivateFile {
    private static final int MAX_BYTES = 8192;

    private PrivateFile() {}

    /// Reads it.
    ///
    /// @param what it is, for the message when the file cannot be read
    static String read(Path file, String what) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("The " + what + " file " + file + " is longer than " + MAX_BYTES
                        + " bytes. It must hold the " + what + " and nothing else.");
            }
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The " + what + " file " + file + " cannot be read (" + FileTrouble.of(e)
                            + "). Check the path and its permissions.",
                    e);
        }
    }
}
