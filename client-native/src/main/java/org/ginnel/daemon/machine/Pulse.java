// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;

/// How a tunnel that works was found at the last look, and when the next look is due.
public enum Pulse {
    /// Data came in by itself. Who sends without an answer is noticed at the next look.
    FLOWING(Duration.ofMillis(200)),
    /// It was asked for, and answered: much is sent and little comes back.
    ASKED(Duration.ofSeconds(1)),
    /// Nothing is sent and nothing comes in, so nobody waits for anything.
    QUIET(Duration.ofSeconds(3)),
    /// A question just went unanswered. The next one is under way.
    DOUBTED(Duration.ofSeconds(3));

    private final Duration pause;

    Pulse(Duration pause) {
        this.pause = pause;
    }

    /// Until the next look.
    Effect.SetTimer timer() {
        return new Effect.SetTimer(pause);
    }
}
