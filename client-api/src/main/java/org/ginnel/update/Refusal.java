// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

/// Why an announcement is not believed.
public enum Refusal {
    /// It is no envelope at all, or larger than 64 KiB.
    NO_ENVELOPE,
    /// None of our keys signed it.
    NOT_SIGNED,
    /// It was signed, but is no announcement.
    MALFORMED,
    /// It was issued more than a day from now: a clock is wrong, ours or theirs.
    FROM_THE_FUTURE,
    /// It does not hold any more.
    EXPIRED,
    /// A newer one was seen here.
    OLDER_THAN_SEEN,
    /// Another one with the same serial was seen here.
    OTHER_THAN_SEEN
}
