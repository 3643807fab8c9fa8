// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;

/// Days and times of day as people read them, in any language: `20 Nov`, `12:03`, `Nov 2026`.
public final class Dates {
    /// A day of the year.
    public static Message day(LocalDate day) {
        return Message.of("date.day", day.getDayOfMonth(), month(day.getMonth()));
    }

    /// A month of a year.
    public static Message month(LocalDate day) {
        return Message.of("date.month", month(day.getMonth()), Integer.toString(day.getYear()));
    }

    /// A time of day.
    public static Message time(LocalTime time) {
        return Message.of("unit.timeOfDay", two(time.getHour()) + ":" + two(time.getMinute()));
    }

    /// The name of a month, short.
    public static Message month(Month month) {
        return switch (month) {
            case JANUARY -> Message.of("date.january");
            case FEBRUARY -> Message.of("date.february");
            case MARCH -> Message.of("date.march");
            case APRIL -> Message.of("date.april");
            case MAY -> Message.of("date.may");
            case JUNE -> Message.of("date.june");
            case JULY -> Message.of("date.july");
            case AUGUST -> Message.of("date.august");
            case SEPTEMBER -> Message.of("date.september");
            case OCTOBER -> Message.of("date.october");
            case NOVEMBER -> Message.of("date.november");
            case DECEMBER -> Message.of("date.december");
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private Dates() {}
}
