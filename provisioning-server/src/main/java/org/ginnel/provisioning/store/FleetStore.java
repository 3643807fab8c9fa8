// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.ginnel.provisioning.fleet.Blueprint;
import org.ginnel.provisioning.fleet.Difference;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.provisioning.fleet.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The servers, tiers and limits that were applied to the database. What is applied, here or by another process, is
/// in force from the commit on.
public final class FleetStore {
    private static final Logger LOG = LoggerFactory.getLogger(FleetStore.class);

    private final Database database;
    private final InstantSource clock;
    private volatile Optional<Fleet> applied = Optional.empty();
    private Optional<ObjLongConsumer<Fleet>> listener = Optional.empty();
    private long seen = -1;

    public FleetStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.run(this::refresh);
        database.afterCommit(this::refresh);
    }

    private long refresh(Sql sql) {
        sql.first(
                        "SELECT document, revision FROM fleet WHERE revision > ?",
                        row -> new Row(row.getString(1), row.getLong(2)),
                        seen)
                .ifPresent(this::take);
        return seen;
    }

    private void take(Row row) {
        seen = row.revision();
        try {
            var fleet = Blueprint.ofDocument(row.document()).fleet();
            applied = Optional.of(fleet);
            listener.ifPresent(told -> told.accept(fleet, row.revision()));
        } catch (FleetFileException e) {
            LOG.atError()
                    .addKeyValue("revision", row.revision())
                    .addKeyValue("why", e.getMessage())
                    .log("what was applied cannot be read by this version; the servers stay as they were");
        }
    }

    /// What was applied last; empty when nothing ever was.
    public Optional<Fleet> applied() {
        return applied;
    }

    /// Tells of what is applied, now and from now on, with the revision from which on it counts.
    ///
    /// @param told called on the writer's thread: it must neither wait nor fail
    public void listen(ObjLongConsumer<Fleet> told) {
        database.run(_ -> {
            listener = Optional.of(told);
            applied.ifPresent(fleet -> told.accept(fleet, seen));
            return seen;
        });
    }

    /// What applying would change. Changes nothing.
    public List<Step> plan(Blueprint wanted) {
        return database.run(sql -> steps(sql, wanted));
    }

    /// Makes everything as it is wanted, in one transaction with its audit entries: all of it or nothing. Applied
    /// again it changes nothing.
    ///
    /// @param actor who does it, as the record names it
    /// @param mayRemove whether servers and users that are not wanted any more may be taken away with what they
    ///     have
    /// @return what was changed
    /// @throws StoreException when it cannot be, with a sentence on why and what to do
    public List<Step> apply(Blueprint wanted, String actor, boolean mayRemove) {
        return database.run(sql -> {
            var steps = steps(sql, wanted);
            var removals = steps.stream().filter(Step::isRemoval).toList();
            if (!removals.isEmpty() && !mayRemove) {
                throw new StoreException("Nothing was changed: this would take away " + removals.size() + " ("
                        + removals.getFirst().subject()
                        + ") with every peer, device and token it has. If that is what you want, say --remove.");
            }
            if (!steps.isEmpty()) {
                var rollout = new Rollout(sql, clock.millis(), actor, wanted.fleet());
                rollout.run(wanted, steps);
                write(sql, wanted.document());
            }
            return steps;
        });
    }

    private static List<Step> steps(Sql sql, Blueprint wanted) {
        var document = sql.first("SELECT document FROM fleet WHERE id = 1", row -> row.getString(1));
        return Difference.between(document, AccountRows.listed(sql), wanted);
    }

    /// The revision is taken last: whoever has seen it has seen what the change did to peers.
    private void write(Sql sql, String document) {
        sql.update(
                "INSERT INTO fleet (id, document, revision, applied_at) VALUES (1, ?, ?, ?) ON CONFLICT (id)"
                        + " DO UPDATE SET document = excluded.document, revision = excluded.revision,"
                        + " applied_at = excluded.applied_at",
                document,
                Revisions.next(sql),
                clock.millis());
    }

    private record Row(String document, long revision) {}
}
