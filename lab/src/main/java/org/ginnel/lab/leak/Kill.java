// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ginnel.lab.leak.subject.Ability;

/// A kill at one instant.
///
/// @param after how many packets of the flood after the request: about milliseconds
record Kill(Phase phase, Victim victim, int after) {
    /// What is going on.
    enum Phase {
        CONNECT(700),
        SWITCH(700),
        DISCONNECT(150),
        STEADY(100),
        /// Connecting to the best server, which is dead: others are tried beside it.
        RACE(1500),
        /// Starting with a tunnel whose keys are too old: they are changed under it.
        KEYS(1500);

        private final int span;

        /// Those that a client with these abilities goes through.
        static List<Phase> of(Set<Ability> abilities) {
            return Stream.of(values())
                    .filter(phase -> switch (phase) {
                        case CONNECT, SWITCH, DISCONNECT, STEADY -> true;
                        case RACE -> abilities.contains(Ability.CHOICE);
                        case KEYS -> abilities.contains(Ability.KEYS);
                    })
                    .toList();
        }

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
    ///
    /// @param phases those to choose from
    static Kill random(RandomGenerator random, List<Phase> phases) {
        var phase = phases.get(random.nextInt(phases.size()));
        var victim = random.nextBoolean() ? Victim.DAEMON : Victim.values()[random.nextInt(Victim.values().length)];
        return new Kill(phase, victim, 1 + random.nextInt(phase.span));
    }

    /// As in `SWITCH, 312 ms after the request, DAEMON`.
    @Override
    public String toString() {
        return "%s, %d ms after the request, %s".formatted(phase, after, victim);
    }
}
