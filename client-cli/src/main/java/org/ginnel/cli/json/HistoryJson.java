// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.util.Map;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.jspecify.annotations.Nullable;

/// What is remembered, as `docs/history.schema.json` describes it.
public final class HistoryJson {
    private HistoryJson() {}

    /// The document: sessions newest first, days oldest first.
    public static Map<String, @Nullable Object> of(History history) {
        return new Fields()
                .with("schema", 1)
                .with("kept", history.kept())
                .with(
                        "sessions",
                        history.sessions().stream().map(HistoryJson::session).toList())
                .with("days", history.days().stream().map(HistoryJson::day).toList())
                .map();
    }

    private static Map<String, @Nullable Object> session(PastSession session) {
        var fields = new Fields()
                .with("server", session.serverId())
                .with("name", session.city())
                .with("country", session.country())
                .with("began", session.began().toString())
                .with("ended", session.ended().toString())
                .with("ending", Fields.tag(session.ending().getClass().getSimpleName()));
        var cause = session.ending() instanceof Ending.Lost(var why)
                ? fields.with("error", ErrorJson.fields(why))
                : fields.nothing("error");
        return cause.with("rx_bytes", session.rxBytes())
                .with("tx_bytes", session.txBytes())
                .map();
    }

    private static Map<String, @Nullable Object> day(DayUsage day) {
        return new Fields()
                .with("day", day.day().toString())
                .with("server", day.serverId())
                .with("name", day.city())
                .with("country", day.country())
                .with("rx_bytes", day.rxBytes())
                .with("tx_bytes", day.txBytes())
                .map();
    }
}
