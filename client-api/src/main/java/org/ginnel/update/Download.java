// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.net.URI;
import java.util.regex.Pattern;

/// A package of a release, and how to tell that it is that one.
///
/// @param kind `deb`, `rpm` or `tar.xz`
/// @param architecture as Java names it, such as `amd64`
/// @param address where it lies; `https` without user, query and fragment
/// @param bytes its size
/// @param sha256 of it, in 64 lower-case hexadecimal digits
public record Download(String kind, String architecture, URI address, long bytes, String sha256) {
    /// Nothing larger is offered.
    public static final long MOST_BYTES = 1L << 30;

    private static final Pattern WORD = Pattern.compile("[a-z0-9_.]{1,16}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /// Checks it all.
    ///
    /// @throws IllegalArgumentException for anything that is not as above
    public Download {
        require(WORD.matcher(kind).matches(), "kind");
        require(WORD.matcher(architecture).matches(), "architecture");
        require(isPlainHttps(address), "address");
        require(bytes > 0 && bytes <= MOST_BYTES, "size");
        require(SHA_256.matcher(sha256).matches(), "sum");
    }

    private static boolean isPlainHttps(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.toString().length() <= 1024;
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("no " + what + " of a download");
        }
    }
}
