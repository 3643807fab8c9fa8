// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

/// How far one call has come, which tells what a failure of it means. For the thread of the call.
final class Progress {
    private Stage stage = Stage.REACHING;

    /// What a call is about.
    enum Stage {
        /// Finding the host and connecting to it.
        REACHING,
        /// Agreeing on TLS.
        SECURING,
        /// Sending the request and waiting for the answer.
        TALKING,
        /// Reading the answer.
        READING
    }

    Stage stage() {
        return stage;
    }

    void reach(Stage next) {
        stage = next;
    }
}
