// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.audit;

/// What came of looking at the whole record.
public sealed interface Verification {
    /// Nothing was changed.
    ///
    /// @param entries how many there are
    /// @param sealed up to which one the operator's secret vouches for it
    /// @param head the hash of the last one, to be kept elsewhere
    record Intact(long entries, long sealed, String head) implements Verification {}

    /// Something was changed.
    ///
    /// @param seq the first entry that is not as it was written
    record Broken(long seq, String why) implements Verification {}
}
