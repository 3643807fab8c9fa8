// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.provisioning.audit.Entry;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.audit.Verification;

/// Reads the record of every change, seals it now and then, and says whether it is as it was written.
public final class AuditStore {
    private static final int PAGE = 5000;

    private final Database database;
    private final Seal seal;
    private final InstantSource clock;

    public AuditStore(Database database, Seal seal, InstantSource clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    /// Seals the last entry, unless it is sealed.
    public void seal() {
        database.run(sql -> Journal.last(sql)
                .map(entry -> sql.update(
                        "INSERT INTO audit_checkpoint (seq, at, seal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        entry.seq(),
                        clock.millis(),
                        seal.of(entry)))
                .orElse(0));
    }

    private List<Entry> page(long after) {
        return database.run(sql -> Journal.after(sql, after, PAGE));
    }

    /// Looks at the whole record.
    public Verification verify() {
        var seals = seals();
        var before = new Before(0, Entry.GENESIS, 0);
        for (var page = page(0); !page.isEmpty(); page = page(before.seq)) {
            for (var entry : page) {
                if (!entry.follows(before.seq, before.hash)) {
                    return new Verification.Broken(
                            before.seq + 1,
                            entry.seq() == before.seq + 1
                                    ? "it does not say what was written"
                                    : "it is missing: the next one is " + entry.seq());
                }
                var checkpoint = seals.remove(entry.seq());
                if (checkpoint != null && !seal.matches(entry, checkpoint)) {
                    return new Verification.Broken(entry.seq(), "its seal was not made with the operator's secret");
                }
                before = new Before(entry.seq(), entry.hash(), checkpoint == null ? before.sealed : entry.seq());
            }
        }
        return seals.isEmpty()
                ? new Verification.Intact(before.seq, before.sealed, before.hash)
                : new Verification.Broken(before.seq + 1, "entries were cut off: one of them is sealed");
    }

    private Map<Long, byte[]> seals() {
        var seals = new HashMap<Long, byte[]>();
        database.run(sql ->
                sql.list("SELECT seq, seal FROM audit_checkpoint", row -> seals.put(row.getLong(1), row.getBytes(2))));
        return seals;
    }

    private record Before(long seq, String hash, long sealed) {}
}
