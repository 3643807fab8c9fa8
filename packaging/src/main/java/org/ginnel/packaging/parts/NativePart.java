// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.parts;

import java.net.URI;
import java.util.Optional;

/// A part that is not ours.
///
/// @param file what it is called in the folder of what was fetched
/// @param address from where it is fetched
/// @param pin what it has to be; empty while nobody has seen it, and then it is never used
/// @param licence its SPDX identifier
public record NativePart(String name, String version, String file, URI address, Optional<Pin> pin, String licence) {
    public NativePart {
        if (!file.matches("[A-Za-z0-9][\\w.-]*")) {
            throw new IllegalArgumentException("not the name of a file: " + file);
        }
    }

    /// What was seen once and is held to from then on.
    ///
    /// @param bytes its whole size
    /// @param sha256 in small hexadecimal letters
    public record Pin(long bytes, String sha256) {
        public Pin {
            if (bytes <= 0 || !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("no size or no SHA-256: " + bytes + " " + sha256);
            }
        }
    }
}
