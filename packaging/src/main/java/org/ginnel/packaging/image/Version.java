// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.util.Optional;

/// Which release is packed.
public final class Version {
    /// As our own jar's manifest says, which has it from the parent pom.
    public static final String OURS = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}
