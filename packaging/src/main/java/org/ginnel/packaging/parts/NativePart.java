// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.parts;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

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

    /// What it is held to.
    ///
    /// @param bytes its whole size; empty where only its sum is known, as of a part that its authors pin themselves
    /// and that nobody here has downloaded
    /// @param sha256 in small hexadecimal letters
    public record Pin(OptionalLong bytes, String sha256) {
        /// More than any part of ours has: nobody fills the disk of who fetches one.
        private static final long MOST = 32L << 20;

        public Pin {
            if (bytes.orElse(1) <= 0 || !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("no size or no SHA-256: " + bytes + " " + sha256);
            }
        }

        /// Not a byte more than this is taken.
        long most() {
            return bytes.orElse(MOST);
        }

        /// How many bytes are missing of what has `read`; 0 where that is not known.
        long missing(long read) {
            return bytes.orElse(read) - read;
        }
    }
}
