// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.Objects;

/// Our own version, from the manifest of the jar that we run from.
final class Version {
    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "in development");
    }

    private Version() {}
}
