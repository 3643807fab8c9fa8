// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.Objects;

/// Which release this is.
final class Version {
    /// As the jar's manifest says, which has it from the parent pom.
    static final String OURS =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
