// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Which release is packed.
public final class Version {
    /// As the parent pom says, from where the build copies it; the same from a jar and from a folder of classes.
    public static final String OURS = read();

    private Version() {}

    private static String read() {
        try (var text = Version.class.getResourceAsStream("version.txt")) {
            if (text == null) {
                throw new PackagingException("version.txt is missing: this build is not whole");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
