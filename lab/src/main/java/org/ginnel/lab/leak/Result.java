// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probe.Group;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.scenario.Scenario;

/// What came of one run of one scenario with one client.
public sealed interface Result {
    /// It was played to the end.
    ///
    /// @param offered how many packets were offered to the kernel while it counted, about
    /// @param leaked how many left that may not, by the name of a [Probe] or of what else was counted
    /// @param last from the beginning of the act to the last leaked packet; empty when none leaked
    /// @param times how long things took
    /// @param faults what was wrong beyond packets
    record Played(
            long offered,
            Map<String, Long> leaked,
            Optional<Duration> last,
            Map<String, Duration> times,
            List<String> faults)
            implements Result {
        private static final Duration A_SECOND = Duration.ofSeconds(1);

        public Played {
            leaked = Map.copyOf(leaked);
            times = Map.copyOf(times);
            faults = List.copyOf(faults);
        }

        /// What the tunnel should have carried, and names, whoever was asked; of a connection its first packet.
        public long packets() {
            return leaked.values().stream().mapToLong(Long::longValue).sum() - toNeighbours() - further();
        }

        /// Further packets of connections.
        public long further() {
            return leaked.getOrDefault("further", 0L);
        }

        /// What went to neighbours on the local network, which most clients allow.
        public long toNeighbours() {
            return Probes.of(probe -> probe.group() == Group.NEIGHBOURS).stream()
                    .map(Probe::name)
                    .mapToLong(name -> leaked.getOrDefault(name, 0L))
                    .sum();
        }

        boolean holds(Scenario scenario) {
            return faults.isEmpty()
                    && switch (scenario.bar()) {
                        case NOTHING -> leaked.isEmpty();
                        case MENDED_IN_A_SECOND ->
                            last.filter(time -> time.compareTo(A_SECOND) > 0).isEmpty();
                    };
        }
    }

    /// The client, or nobody, can be put to it.
    record NotPlayed(String why) implements Result {}

    /// It could not be played to its end.
    record Broken(String why) implements Result {}

    /// Whether it is what a client that leaks nothing would show. What was not played says nothing against it.
    default boolean isGood(Scenario scenario) {
        return switch (this) {
            case Played played -> played.holds(scenario);
            case NotPlayed _ -> true;
            case Broken _ -> false;
        };
    }
}
