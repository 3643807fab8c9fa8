// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files under `src/test/resources/golden` that say what rendered text has to be. `-Dgolden.update=true`
/// writes them anew, for a reviewer to read in the diff.
public final class Golden {
    private static final Path ROOT = Path.of("src/test/resources/golden");

    private Golden() {}

    /// Fails unless the golden `name` holds exactly `text`.
    public static void assertGolden(String name, String text) {
        var file = ROOT.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as("golden " + name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
