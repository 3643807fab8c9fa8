// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// Our own version, from the manifest of the jar that we run from.
final class Version {
    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "in development");
    }

    /// The jar that we run from; in a checkout's tests a folder of classes.
    static Path jar() {
        try {
            return Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Java says where a class is from", e);
        }
    }

    private Version() {}
}
