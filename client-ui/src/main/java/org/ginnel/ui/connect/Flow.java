// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.Traffic;
import org.ginnel.ui.connect.RateHistory.Rates;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// What goes through the tunnel.
///
/// @param down how fast it comes in
/// @param up how fast it goes out
/// @param received how much came in since the tunnel is up
/// @param sent how much went out
/// @param downs the curve of the last minute, each 0 to 1, the oldest first
/// @param ups as `downs`, on the same scale
public record Flow(Message down, Message up, Message received, Message sent, List<Double> downs, List<Double> ups) {
    /// Less than this is no reason for a curve to reach the top.
    private static final double LOWEST_TOP = 20_000;

    public Flow {
        downs = List.copyOf(downs);
        ups = List.copyOf(ups);
    }

    static Flow of(Optional<Traffic> traffic, Rates rates) {
        var carried = traffic.orElseGet(() -> new Traffic(0, 0));
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
