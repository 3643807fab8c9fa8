// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;

/// What is remembered as comma-separated values (RFC 4180), in UTF-8, for spreadsheets: names that an operator chose
/// can never be a formula there.
final class HistoryCsv {
    private static final String LINE_END = "\r\n";

    /// A line a session, newest first.
    static String sessions(History history) {
        return table(
                "server,city,country,began,ended,ending,cause,received_bytes,sent_bytes",
                history.sessions().stream().map(HistoryCsv::cells));
    }

    /// A line a day and server, oldest first.
    static String days(History history) {
        return table(
                "day,server,city,country,received_bytes,sent_bytes",
                history.days().stream().map(HistoryCsv::cells));
    }

    private static List<Object> cells(PastSession s) {
        var cause = s.ending() instanceof Ending.Lost(var why) ? word(why) : "";
        return List.of(
                s.serverId(),
                s.city(),
                s.country(),
                s.began(),
                s.ended(),
                word(s.ending()),
                cause,
                s.rxBytes(),
                s.txBytes());
    }

    private static List<Object> cells(DayUsage day) {
        return List.of(day.day(), day.serverId(), day.city(), day.country(), day.rxBytes(), day.txBytes());
    }

    private static String table(String head, Stream<List<Object>> rows) {
        return rows.map(row -> row.stream().map(HistoryCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, head + LINE_END, LINE_END));
    }

    /// `TunnelSilent` is `tunnel_silent`.
    private static String word(Object fact) {
        return fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static String cell(Object fact) {
        var text = fact.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private HistoryCsv() {}
}
