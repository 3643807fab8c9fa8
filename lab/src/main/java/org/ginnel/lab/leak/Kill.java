// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.util.random.RandomGenerator;

/// A kill at one instant.
///
/// @param after how many packets of the flood after the request: about milliseconds
record Kill(Phase phase, Victim victim, int after) {
    /// What is going on.
    enum Phase {
        CONNECT(700),
        SWITCH(700),
        DISCONNECT(150),
        STEADY(100);

        private final int span;

        Phase(int span) {
            this.span = span;
        }
    }

    /// Who is killed.
    enum Victim {
        DAEMON,
        ENGINE,
        BOTH
    }

    /// Half of all kills hit the daemon alone.
    static Kill random(RandomGenerator random) {
        var phase = Phase.values()[random.nextInt(Phase.values().length)];
        var victim = random.nextBoolean() ? Victim.DAEMON : Victim.values()[random.nextInt(Victim.values().length)];
        return new Kill(phase, victim, 1 + random.nextInt(phase.span));
    }

    /// As in `SWITCH, 312 ms after the request, DAEMON`.
    @Override
    public String toString() {
        return "%s, %d ms after the request, %s".formatted(phase, after, victim);
    }
}
