// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

/// How a request for a lease ended.
public sealed interface Allocation {
    /// The device has this lease.
    record Granted(Lease lease, Change change) implements Allocation {}

    /// Another device on that server has this public key.
    record KeyTaken() implements Allocation {}

    /// Every address of that server is given away.
    record Full() implements Allocation {}

    /// What a grant changed, and so what undoing it means.
    sealed interface Change {
        /// Nothing: the device had it. Whoever made it answers for it.
        record None() implements Change {}

        /// A lease was made.
        record Created() implements Change {}

        /// The device's lease got another key.
        record Rekeyed(Lease before) implements Change {}
    }
}
