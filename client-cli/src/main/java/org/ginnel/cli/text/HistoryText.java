// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;

/// What is remembered, as a table for people: the latest sessions, and what the last thirty days carried.
public final class HistoryText {
    private static final int SHOWN = 20;
    private static final int DAYS = 30;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private HistoryText() {}

    /// The table and a summary.
    ///
    /// @param zone where times of day are told
    public static List<Line> of(History history, ZoneId zone) {
        if (!history.kept()) {
            return List.of(Line.of("Nothing is remembered. `ginnel history on` remembers from then on."));
        }
        if (history.sessions().isEmpty()) {
            return List.of(Line.of("There was no tunnel yet, or it was forgotten."));
        }
        var table = new Columns().row(Tone.QUIET, List.of("BEGAN", "FOR", "SERVER", "RECEIVED", "SENT", "ENDED"));
        history.sessions().stream()
                .limit(SHOWN)
                .forEach(s -> table.row(s.ending() instanceof Ending.StillUp ? Tone.GOOD : Tone.PLAIN, cells(s, zone)));
        var lines = new ArrayList<>(table.lines());
        lines.add(Line.EMPTY);
        lines.add(Line.of(more(history) + used(history)));
        return lines;
    }

    /// What a change came to.
    public static List<Line> changed(History history) {
        return List.of(Line.of(
                history.kept()
                        ? "What was remembered is as you asked; sessions are remembered from now on."
                        : "Everything was forgotten, and nothing is remembered from now on."));
    }

    private static List<String> cells(PastSession s, ZoneId zone) {
        return List.of(
                WHEN.format(s.began().atZone(zone)),
                Amounts.duration(Duration.between(s.began(), s.ended())),
                s.city() + " (" + s.serverId() + ")",
                Amounts.bytes(s.rxBytes()),
                Amounts.bytes(s.txBytes()),
                ending(s.ending()));
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case Ending.StillUp() -> "still up";
            case Ending.Disconnected() -> "disconnected";
            case Ending.Paused() -> "paused";
            case Ending.Switched() -> "switched";
            case Ending.Lost(var cause) -> "lost: " + Explanation.of(cause).what();
            case Ending.Unseen() -> "the service ended";
        };
    }

    private static String more(History history) {
        var rest = history.sessions().size() - SHOWN;
        return rest > 0 ? rest + " earlier sessions are in `ginnel history --json`. " : "";
    }

    private static String used(History history) {
        if (history.days().isEmpty()) {
            return "Nothing was carried yet.";
        }
        var last = history.days().getLast().day();
        var recent = history.days().stream()
                .filter(day -> day.day().isAfter(last.minusDays(DAYS)))
                .toList();
        return "In the " + DAYS + " days to " + last + ": received "
                + Amounts.bytes(recent.stream().mapToLong(DayUsage::rxBytes).sum()) + ", sent "
                + Amounts.bytes(recent.stream().mapToLong(DayUsage::txBytes).sum()) + ".";
    }
}
