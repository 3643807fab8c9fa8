// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probes;

/// What a [Watch] counted from its start to its end.
///
/// @param leaked what was heard on the cable, in order
/// @param counted the packets by the router's own counters, by the name of a probe, and `wireguard`, `link`,
///     `api`, `other`
public record Tally(List<Leaked> leaked, Map<String, Long> counted) {
    public Tally {
        leaked = List.copyOf(leaked);
        counted = Map.copyOf(counted);
    }

    /// How many packets of the probe the router counted.
    public long of(Probe probe) {
        return counted.getOrDefault(probe.name(), 0L);
    }

    /// Where the two counts of the flood's packets differ; empty when they do not, and both can be believed.
    /// What is not the flood's may have passed while one count had begun and the other not.
    public List<String> differences() {
        var heard = byName(leaked);
        return Probes.ALL.stream()
                .map(Probe::name)
                .filter(name -> !heard.getOrDefault(name, 0L).equals(counted.getOrDefault(name, 0L)))
                .map(name -> "%s: %d by nftables, %d on the cable"
                        .formatted(name, counted.getOrDefault(name, 0L), heard.getOrDefault(name, 0L)))
                .toList();
    }

    /// What was heard in a time.
    ///
    /// @param from in nanoseconds since 1970, as all times of this suite
    /// @param until the first that does not count any more
    public List<Leaked> within(long from, long until) {
        return leaked.stream()
                .filter(one -> one.heard().epochNanos() >= from && one.heard().epochNanos() < until)
                .toList();
    }

    /// How many packets there are of each probe, of `further` ones of connections, and of `other`.
    public static Map<String, Long> byName(List<Leaked> leaked) {
        return leaked.stream().collect(groupingBy(Leaked::name, TreeMap::new, counting()));
    }
}
