// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.Traffic;

/// What went through the tunnel in the last minute, second by second, from byte counts that come now and then. Runs no
/// timer; remembers a minute and no more.
final class RateHistory {
    /// How many seconds are remembered.
    static final int SECONDS = 60;

    /// Counts that come farther apart than this say nothing of any one second.
    private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    private static final Duration FRESH = Duration.ofMillis(2500);
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private Optional<Count> last = Optional.empty();

    private record Count(Instant at, Traffic traffic) {}

    /// A time with an even rate.
    private record Stretch(Instant from, Instant to, double down, double up) {
        /// How much of that second it covers, 0 to 1.
        double share(Instant second) {
            var begin = from.isAfter(second) ? from : second;
            var end = to.isBefore(second.plusSeconds(1)) ? to : second.plusSeconds(1);
            return Math.max(0, Duration.between(begin, end).toNanos() / 1e9);
        }
    }

    /// The device has carried that much by now. A count smaller than the one before is that of another device.
    void add(Instant at, Traffic now) {
        var before = last;
        last = Optional.of(new Count(at, now));
        if (before.isEmpty() || before.get().traffic().equals(now)) {
            return;
        }
        var down = now.rxBytes() - before.get().traffic().rxBytes();
        var up = now.txBytes() - before.get().traffic().txBytes();
        var took = Duration.between(before.get().at(), at);
        if (down < 0 || up < 0 || !took.isPositive()) {
            stretches.clear();
            return;
        }
        // Nothing is told while nothing flows, so what came after a silence came in the last second of it.
        var from = took.compareTo(LONGEST_GAP) > 0
                ? at.minusSeconds(1)
                : before.get().at();
        var seconds = Duration.between(from, at).toNanos() / 1e9;
        stretches.add(new Stretch(from, at, down / seconds, up / seconds));
        while (stretches.getFirst().to().isBefore(at.minusSeconds(SECONDS + 1))) {
            stretches.removeFirst();
        }
    }

    /// Nothing is known any more.
    void forget() {
        stretches.clear();
        last = Optional.empty();
    }

    /// The minute before that moment.
    Rates at(Instant now) {
        var downs = new ArrayList<Long>(SECONDS);
        var ups = new ArrayList<Long>(SECONDS);
        for (var second = SECONDS; second >= 1; second--) {
            var begin = now.minusSeconds(second);
            var down = 0.0;
            var up = 0.0;
            for (var stretch : stretches) {
                var share = stretch.share(begin);
                down += share * stretch.down();
                up += share * stretch.up();
            }
            downs.add(Math.round(down));
            ups.add(Math.round(up));
        }
        var newest = Optional.ofNullable(stretches.peekLast())
                .filter(stretch -> Duration.between(stretch.to(), now).compareTo(FRESH) < 0);
        return new Rates(
                newest.map(stretch -> Math.round(stretch.down())).orElse(0L),
                newest.map(stretch -> Math.round(stretch.up())).orElse(0L),
                downs,
                ups);
    }

    /// Bytes a second.
    ///
    /// @param down now
    /// @param up now
    /// @param downs of each of the last [#SECONDS], the oldest first
    /// @param ups as `downs`
    record Rates(long down, long up, List<Long> downs, List<Long> ups) {
        static final Rates NONE = new RateHistory().at(Instant.EPOCH);

        Rates {
            downs = List.copyOf(downs);
            ups = List.copyOf(ups);
        }
    }
}
