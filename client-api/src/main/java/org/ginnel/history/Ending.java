// SPDX-License-Identifier: Apache-2.0
package org.ginnel.history;

import org.ginnel.tunnel.ErrorCause;

/// Why a tunnel was not up any more.
public sealed interface Ending {
    /// It is up still.
    record StillUp() implements Ending {}

    /// The user disconnected.
    record Disconnected() implements Ending {}

    /// The user paused.
    record Paused() implements Ending {}

    /// The user chose another server, or the fastest.
    record Switched() implements Ending {}

    /// It was lost.
    record Lost(ErrorCause cause) implements Ending {}

    /// The daemon ended or was killed, so its end was not seen; the session counts until it was last seen up.
    record Unseen() implements Ending {}
}
