// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.time.Duration;
import java.util.List;

/// Quantities as people read them, with two or three significant digits, the same in every locale.
public final class Amounts {
    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

    private Amounts() {}

    /// Bytes in powers of 1000, such as `1.2 MB`.
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        var value = bytes / 1000.0;
        var unit = 0;
        while (value >= 999.95 && unit < UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        return tenths(value) + " " + UNITS.get(unit);
    }

    /// A round trip, such as `9.0 ms` or `151 ms`.
    public static String roundTrip(Duration time) {
        var millis = time.toNanos() / 1e6;
        return (millis < 99.95 ? tenths(millis) : Math.round(millis)) + " ms";
    }

    private static String tenths(double value) {
        var tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    /// A time that passed or a limit, such as `8 s`, `12 min` or `3 h 5 min`; never negative.
    public static String duration(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return Math.max(0, time.toMillis()) + " ms";
        }
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        if (time.toHours() == 0) {
            return time.toMinutes() + " min";
        }
        if (time.toDays() == 0) {
            return two(time.toHours(), "h", time.toMinutesPart(), "min");
        }
        return two(time.toDays(), "d", time.toHoursPart(), "h");
    }

    /// A time that is left, such as `45 s`, `10 min` or `1 h 5 min`: rounded up, so that it never ends before
    /// it says.
    public static String left(Duration time) {
        var seconds = Math.max(0, time.plusMillis(999).toSeconds());
        return seconds < 60 ? seconds + " s" : duration(Duration.ofMinutes((seconds + 59) / 60));
    }

    private static String two(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
