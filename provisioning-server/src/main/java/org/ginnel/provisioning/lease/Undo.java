// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

/// How it ended to take back a grant that no gateway confirmed in time.
public sealed interface Undo {
    /// What the device had before is back.
    ///
    /// @param revision of the server, from which on that is so
    record Undone(long revision) implements Undo {}

    /// The gateway confirmed at the last moment: the lease stands.
    record Stands() implements Undo {}

    /// It is another call's to undo, or already gone.
    record NotOurs() implements Undo {}
}
