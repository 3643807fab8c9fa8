// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.ginnel.ui.activity.ActivityScreen.Bar;
import org.ginnel.ui.activity.ActivityScreen.Chart;
import org.ginnel.ui.activity.ActivityScreen.Row;
import org.ginnel.ui.activity.ActivityScreen.Share;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Dates;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// What is remembered, in words and lengths of bars.
final class ActivityTexts {
    private static final int SERVERS_SHOWN = 6;

    /// @param selected which bar is told in words; the last one when there is no such bar
    static Chart chart(History history, Span span, LocalDate today, int selected) {
        var usage = Usage.of(history.days(), span, today);
        var most = (double) usage.most();
        var bars = usage.parts().stream()
                .map(part -> new Bar(part.rxBytes() / most, part.txBytes() / most))
                .toList();
        var told = selected >= 0 && selected < bars.size() ? selected : bars.size() - 1;
        return new Chart(
                span,
                Message.of("activity.total", Units.bytes(usage.rxBytes()), Units.bytes(usage.txBytes())),
                Units.bytes(usage.most()),
                bars,
                part(span, usage.parts().getFirst().first()),
                part(span, usage.parts().getLast().first()),
                told,
                told(span, usage.parts().get(told)),
                servers(usage));
    }

    private static Message told(Span span, Usage.Part part) {
        return Message.of(
                "activity.told", part(span, part.first()), Units.bytes(part.rxBytes()), Units.bytes(part.txBytes()));
    }

    private static Message part(Span span, LocalDate first) {
        return switch (span) {
            case DAY -> Dates.day(first);
            case WEEK -> Message.of("activity.weekOf", Dates.day(first));
            case MONTH -> Dates.month(first);
        };
    }

    private static List<Share> servers(Usage usage) {
        var all = Math.max(1.0, (double)
                usage.servers().stream().mapToLong(Usage.Carried::bytes).sum());
        return usage.servers().stream()
                .limit(SERVERS_SHOWN)
                .map(server -> new Share(
                        place(server.city(), server.country()), server.bytes() / all, Units.bytes(server.bytes())))
                .toList();
    }

    static Row row(PastSession session, Instant now, ZoneId zone) {
        return new Row(
                place(session.city(), session.country()),
                Message.of(
                        "activity.when",
                        Units.timeOfDay(session.began(), now, () -> zone),
                        Units.length(Duration.between(session.began(), up(session) ? now : session.ended()))),
                Units.bytes(session.rxBytes() + session.txBytes()),
                ending(session.ending()),
                up(session),
                session.ending() instanceof Ending.Lost);
    }

    private static boolean up(PastSession session) {
        return session.ending() instanceof Ending.StillUp;
    }

    private static Message place(String city, String country) {
        return country.isBlank() ? Message.of("place.city", city) : Message.of("place.cityAndCountry", city, country);
    }

    private static Message ending(Ending ending) {
        return switch (ending) {
            case Ending.StillUp() -> Message.of("activity.stillUp");
            case Ending.Disconnected() -> Message.of("activity.disconnected");
            case Ending.Paused() -> Message.of("activity.paused");
            case Ending.Switched() -> Message.of("activity.switched");
            case Ending.Lost(var cause) ->
                Message.of("activity.lost", Problem.of(cause).title());
            case Ending.Unseen() -> Message.of("activity.unseen");
        };
    }

    private ActivityTexts() {}
}
