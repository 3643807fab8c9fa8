// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.Traffic;
import org.ginnel.ui.connect.RateHistory.Rates;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// What goes through the tunnel, as far as it is known.
///
/// @param down how fast it comes in
/// @param up how fast it goes out
/// @param received how much came in since the tunnel is up
/// @param sent how much went out
/// @param downs the curve of the last minute, each 0 to 1, the oldest first; empty when it is not known
/// @param ups as `downs`, on the same scale
public record Flow(Message down, Message up, Message received, Message sent, List<Double> downs, List<Double> ups) {
    /// Less than this is no reason for a curve to reach the top.
    private static final double LOWEST_TOP = 20_000;

    public Flow {
        downs = List.copyOf(downs);
        ups = List.copyOf(ups);
    }

    /// Nothing is known of it.
    static Flow unknown() {
        var none = Units.unknown();
        return new Flow(none, none, none, none, List.of(), List.of());
    }

    /// What was carried, or nothing that is known.
    static Flow of(Optional<Traffic> traffic, Rates rates) {
        return traffic.map(carried -> of(carried, rates)).orElseGet(Flow::unknown);
    }

    private static Flow of(Traffic carried, Rates rates) {
        var top = Math.max(LOWEST_TOP, Math.max(highest(rates.downs()), highest(rates.ups())) * 1.1);
        return new Flow(
                Units.rate(rates.down()),
                Units.rate(rates.up()),
                Units.bytes(carried.rxBytes()),
                Units.bytes(carried.txBytes()),
                curve(rates.downs(), top),
                curve(rates.ups(), top));
    }

    private static double highest(List<Long> rates) {
        return rates.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static List<Double> curve(List<Long> rates, double top) {
        return rates.stream().map(rate -> rate / top).toList();
    }
}
