// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the makers of Ginnel say of their newest release.
///
/// @param serial grows with every announcement, also of the same release
/// @param version of the release
/// @param issued when this was said
/// @param expires until when it holds, at most 90 days later: who keeps newer ones from us cannot do so for ever
/// @param perMille how many of a thousand installations may have it
/// @param downloads its packages, of which no two are for the same kind and architecture
public record Announcement(
        long serial, ReleaseVersion version, Instant issued, Instant expires, int perMille, List<Download> downloads) {
    /// No announcement holds longer.
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final int MOST_DOWNLOADS = 64;

    /// Checks it all.
    ///
    /// @throws IllegalArgumentException for anything that is not as above
    public Announcement {
        downloads = List.copyOf(downloads);
        require(serial > 0, "serial");
        require(issued.isBefore(expires) && !issued.plus(LONGEST).isBefore(expires), "time");
        require(perMille >= 0 && perMille <= 1000, "share");
        require(downloads.size() <= MOST_DOWNLOADS, "number of downloads");
        var targets = downloads.stream().map(it -> it.kind() + " " + it.architecture());
        require(targets.distinct().count() == downloads.size(), "single download of a kind");
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("no " + what + " of an announcement");
        }
    }
}
