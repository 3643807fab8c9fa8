// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Holds rendered text to the files that people reviewed. `mvn -Dgolden.update=true verify` writes them anew.
public final class Golden {
    private static final Path DIRECTORY = Path.of("src", "test", "golden");

    private Golden() {}

    /// Fails unless `text` is what `src/test/golden/NAME` of the module under test holds, to the letter.
    public static void check(String name, String text) {
        var file = DIRECTORY.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("the golden %s; -Dgolden.update=true writes it", name)
                    .exists();
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
