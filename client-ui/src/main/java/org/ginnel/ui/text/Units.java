// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/// Quantities as people read them: at most three digits that matter, and the unit spelled the same everywhere.
public final class Units {
    private static final long KILO = 1000;

    /// A round trip: `0.4 ms`, `23 ms`, `1.2 s`.
    public static Message latency(Duration roundTrip) {
        var micros = roundTrip.toNanos() / 1000;
        if (micros < 9_950) {
            return Message.of("unit.milliseconds", tenths(Math.max(1, (micros + 50) / 100)));
        }
        var millis = (micros + 500) / 1000;
        return millis < 1000
                ? Message.of("unit.milliseconds", millis)
                : Message.of("unit.seconds", tenths((millis + 50) / 100));
    }

    /// What stands where nothing is known.
    public static Message unknown() {
        return Message.of("unit.unknown");
    }

    /// An amount of data: `0 B`, `999 B`, `1.2 kB`, `34 MB`.
    public static Message bytes(long bytes) {
        if (bytes < KILO) {
            return Message.of("unit.bytes", bytes);
        }
        if (bytes < 999_500) {
            return Message.of("unit.kilobytes", shortened(bytes, KILO));
        }
        if (bytes < 999_500_000L) {
            return Message.of("unit.megabytes", shortened(bytes, KILO * KILO));
        }
        return bytes < 999_500_000_000L
                ? Message.of("unit.gigabytes", shortened(bytes, KILO * KILO * KILO))
                : Message.of("unit.terabytes", shortened(bytes, KILO * KILO * KILO * KILO));
    }

    /// An amount of data each second: `0 B/s`, `1.2 MB/s`.
    public static Message rate(long bytesPerSecond) {
        return Message.of("unit.perSecond", bytes(bytesPerSecond));
    }

    /// A clock that counts up: `00:42`, `12:05`, `1:02:03`, `49:00:00`.
    public static Message elapsed(Duration elapsed) {
        var seconds = Math.max(0, elapsed.toSeconds());
        var minutes = two(seconds / 60 % 60) + ":" + two(seconds % 60);
        return seconds < 3600
                ? Message.of("unit.clock", minutes)
                : Message.of("unit.clock", seconds / 3600 + ":" + minutes);
    }

    /// A clock that counts down: `9:42`, `0:05`, `1:00:00`; a second that has begun counts whole.
    public static Message left(Duration left) {
        var seconds = Math.max(0, left.plusMillis(999).toSeconds());
        var rest = two(seconds % 60);
        return seconds < 3600
                ? Message.of("unit.clock", seconds / 60 + ":" + rest)
                : Message.of("unit.clock", seconds / 3600 + ":" + two(seconds / 60 % 60) + ":" + rest);
    }

    /// A time of day, with the day when that is another one: `12:03`, `20 Nov 12:03`.
    public static Message timeOfDay(Instant then, Instant now, Supplier<ZoneId> zone) {
        var local = then.atZone(zone.get());
        var today = local.toLocalDate().equals(now.atZone(local.getZone()).toLocalDate());
        var time = Dates.time(local.toLocalTime());
        return today ? time : Message.of("date.dayAndTime", Dates.day(local.toLocalDate()), time);
    }

    /// How long ago: `now`, `2 s ago`, `3 min ago`, `5 h ago`.
    public static Message ago(Instant then, Instant now) {
        var seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 1) {
            return Message.of("unit.now");
        }
        if (seconds < 60) {
            return Message.of("unit.secondsAgo", seconds);
        }
        return seconds < 3600
                ? Message.of("unit.minutesAgo", seconds / 60)
                : Message.of("unit.hoursAgo", seconds / 3600);
    }

    /// A time that somebody set: `24 h`, `1 h 30 min`.
    public static Message set(Duration time) {
        return time.toMinutesPart() == 0
                ? Message.of("unit.hours", time.toHours())
                : Message.of("unit.hoursAndMinutes", time.toHours(), time.toMinutesPart());
    }

    /// How long something took: `12 s`, `47 min`, `3 h 12 min`, `2 d 5 h`.
    public static Message length(Duration length) {
        if (length.toMinutes() < 1) {
            return Message.of("unit.seconds", Math.max(0, length.toSeconds()));
        }
        if (length.toHours() < 1) {
            return Message.of("unit.minutes", length.toMinutes());
        }
        if (length.toDays() < 1 && length.toMinutesPart() == 0) {
            return Message.of("unit.hours", length.toHours());
        }
        return length.toDays() < 1
                ? Message.of("unit.hoursAndMinutes", length.toHours(), length.toMinutesPart())
                : Message.of("unit.daysAndHours", length.toDays(), length.toHoursPart());
    }

    /// A wait, rounded up: `800 ms`, `5 s`, `2 min`.
    public static Message wait(Duration wait) {
        if (wait.toMillis() < 1000) {
            return Message.of("unit.milliseconds", wait.toMillis());
        }
        var seconds = wait.plusMillis(999).toSeconds();
        return seconds < 120 ? Message.of("unit.seconds", seconds) : Message.of("unit.minutes", (seconds + 59) / 60);
    }

    private static Object shortened(long amount, long unit) {
        var inTenths = rounded(amount, unit / 10);
        return inTenths < 100 ? tenths(inTenths) : (Object) rounded(amount, unit);
    }

    /// Without the sum that would overflow.
    private static long rounded(long amount, long unit) {
        return amount / unit + (amount % unit >= unit / 2 ? 1 : 0);
    }

    /// A number with one decimal, where that is not zero; each language has a mark of its own for it.
    private static Object tenths(long tenths) {
        return tenths % 10 == 0 ? tenths / 10 : Message.of("unit.decimal", tenths / 10, tenths % 10);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private Units() {}
}
