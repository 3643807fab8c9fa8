// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A version of a release, such as `1.4.0`. Ordered as Semantic Versioning orders; there are no pre-releases.
public record ReleaseVersion(int major, int minor, int patch) implements Comparable<ReleaseVersion> {
    private static final Pattern TEXT =
            Pattern.compile("(0|[1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})");
    private static final Comparator<ReleaseVersion> ORDER = Comparator.comparingInt(ReleaseVersion::major)
            .thenComparingInt(ReleaseVersion::minor)
            .thenComparingInt(ReleaseVersion::patch);

    /// Of its three parts.
    ///
    /// @throws IllegalArgumentException for a negative part
    public ReleaseVersion {
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException("a version has no negative part");
        }
    }

    /// Three numbers with dots between them, in the one way to write them; empty for anything else.
    public static Optional<ReleaseVersion> parse(String text) {
        var found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new ReleaseVersion(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(ReleaseVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
