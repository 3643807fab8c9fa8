// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.audit.Entry;

/// Writes the audit entry of a change into the transaction that makes it. An entry is at the same time the event that
/// webhooks are told: what is not on the disk is told nobody, and what is on the disk is never forgotten.
final class Journal {
    private static final String SELECT = "SELECT seq, at, actor, action, subject, detail, hash FROM audit ";

    private Journal() {}

    /// @param detail names and values in turn; no secrets
    static void write(Sql sql, long now, String actor, String action, String subject, String... detail) {
        var last = sql.tail().or(() -> last(sql));
        var entry = Entry.following(
                last.map(Entry::seq).orElse(0L) + 1,
                last.map(Entry::hash).orElse(Entry.GENESIS),
                Instant.ofEpochMilli(now),
                actor,
                action,
                subject,
                json(detail));
        sql.update(
                "INSERT INTO audit (seq, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                entry.seq(),
                now,
                actor,
                action,
                subject,
                entry.detail(),
                HexFormat.of().parseHex(entry.hash()));
        sql.tail(entry);
    }

    static Optional<Entry> last(Sql sql) {
        return sql.first(SELECT + "ORDER BY seq DESC LIMIT 1", Journal::read);
    }

    static List<Entry> after(Sql sql, long seq, int most) {
        return sql.list(SELECT + "WHERE seq > ? ORDER BY seq LIMIT ?", Journal::read, seq, most);
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                HexFormat.of().formatHex(row.getBytes(7)));
    }

    private static String json(String... detail) {
        var text = new StringBuilder("{");
        for (int i = 0; i + 1 < detail.length; i += 2) {
            text.append(i == 0 ? "" : ",").append('"').append(detail[i]).append("\":\"");
            JsonStringEncoder.getInstance().quoteAsString(detail[i + 1], text);
            text.append('"');
        }
        return text.append('}').toString();
    }
}
