// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.audit.Entry;

/// How far each address was told of the entries of the record, and what it would not take.
public final class EventStore {
    private final Database database;
    private final InstantSource clock;

    public EventStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Begins to tell a new address, from the next event on.
    public void begin(String url) {
        database.run(sql -> sql.update(
                "INSERT INTO webhook (url, delivered_seq) VALUES (?, ?) ON CONFLICT DO NOTHING",
                url,
                Journal.last(sql).map(Entry::seq).orElse(0L)));
    }

    /// The event that the address is to be told next.
    public Optional<Entry> next(String url) {
        return database.run(sql ->
                Journal.after(sql, sql.number("SELECT delivered_seq FROM webhook WHERE url = ?", url), 1).stream()
                        .findFirst());
    }

    /// Notes that the address was told, or will not be.
    ///
    /// @param givenUpBecause absent when it took the event
    public void delivered(String url, long seq, Optional<String> givenUpBecause) {
        database.run(sql -> {
            givenUpBecause.ifPresent(why -> sql.update(
                    "INSERT INTO dead_letter (url, seq, at, why) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    url,
                    seq,
                    clock.millis(),
                    why));
            return sql.update(
                    "UPDATE webhook SET delivered_seq = ? WHERE url = ? AND delivered_seq < ?", seq, url, seq);
        });
    }

    /// Tells the address everything again from an event on.
    ///
    /// @return false when no such address was ever told anything
    public boolean replay(String url, long from) {
        return database.run(sql -> {
                    sql.update("DELETE FROM dead_letter WHERE url = ? AND seq >= ?", url, from);
                    return sql.update("UPDATE webhook SET delivered_seq = ? WHERE url = ?", from - 1, url);
                })
                > 0;
    }

    /// What was given up, oldest first.
    public List<DeadLetter> deadLetters() {
        return database.run(sql -> sql.list(
                "SELECT url, seq, why FROM dead_letter ORDER BY at, url, seq",
                row -> new DeadLetter(row.getString(1), row.getLong(2), row.getString(3))));
    }

    /// An event that an address would not take.
    public record DeadLetter(String url, long seq, String why) {}
}
