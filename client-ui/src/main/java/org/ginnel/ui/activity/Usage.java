// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.history.DayUsage;

/// What was used in the time that the chart shows.
///
/// @param parts oldest first, without a hole
/// @param servers the most used first
record Usage(List<Part> parts, List<Carried> servers) {
    Usage {
        parts = List.copyOf(parts);
        servers = List.copyOf(servers);
    }

    /// One bar: a day, a week or a month.
    ///
    /// @param first its first day
    record Part(LocalDate first, long rxBytes, long txBytes) {
        long bytes() {
            return rxBytes + txBytes;
        }
    }

    /// What one server carried.
    record Carried(String city, String country, long bytes) {}

    static Usage of(List<DayUsage> days, Span span, LocalDate today) {
        Map<LocalDate, Part> parts = new LinkedHashMap<>();
        var last = span.startOf(today);
        for (var back = span.bars() - 1; back >= 0; back--) {
            var first = span.back(last, back);
            parts.put(first, new Part(first, 0, 0));
        }
        Map<String, Carried> servers = new LinkedHashMap<>();
        for (var day : days) {
            var start = span.startOf(day.day());
            if (parts.containsKey(start)) {
                parts.merge(start, new Part(start, day.rxBytes(), day.txBytes()), Usage::sum);
                var carried = new Carried(day.city(), day.country(), day.rxBytes() + day.txBytes());
                servers.merge(day.serverId(), carried, Usage::sum);
            }
        }
        var most = new ArrayList<>(servers.values());
        most.sort(Comparator.comparingLong(Carried::bytes).reversed());
        return new Usage(List.copyOf(parts.values()), most);
    }

    private static Part sum(Part one, Part other) {
        return new Part(one.first(), one.rxBytes() + other.rxBytes(), one.txBytes() + other.txBytes());
    }

    private static Carried sum(Carried one, Carried other) {
        return new Carried(other.city(), other.country(), one.bytes() + other.bytes());
    }

    long rxBytes() {
        return parts.stream().mapToLong(Part::rxBytes).sum();
    }

    long txBytes() {
        return parts.stream().mapToLong(Part::txBytes).sum();
    }

    /// The most that one part carried, at least 1.
    long most() {
        return Math.max(1, parts.stream().mapToLong(Part::bytes).max().orElse(1));
    }
}
