// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What nodes that share a database tell each other of the agents they talk to. With one node there is nothing to tell,
/// and nothing is written.
public final class GatewayStates {
    private static final Duration HEARD_EVERY = Duration.ofSeconds(3);

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    public GatewayStates(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Begins to hear of other nodes' agents.
    ///
    /// @param listener called after every commit with what is known of each gateway; must neither wait nor fail
    public void listen(Consumer<List<GatewayState>> listener) {
        if (database.isShared()) {
            database.afterCommit(sql -> {
                var states = sql.list(
                        "SELECT server_id, applied_revision, heard_at, load_percent FROM gateway_state",
                        row -> new GatewayState(
                                row.getString(1),
                                row.getLong(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                load(row.getObject(4))));
                listener.accept(states);
                return states.size();
            });
        }
    }

    /// The agent of a gateway called this node.
    public void heard(String serverId) {
        var now = clock.instant();
        var before = told.get(serverId);
        if (database.isShared() && (before == null || before.plus(HEARD_EVERY).isBefore(now))) {
            write(serverId, -1, now);
        }
    }

    /// The agent of a gateway reported a revision to this node.
    public void applied(String serverId, long revision) {
        if (database.isShared()) {
            write(serverId, revision, clock.instant());
        }
    }

    /// A gateway said how busy it is.
    public void busy(String serverId, double load) {
        if (database.isShared()) {
            database.run(sql -> sql.update(
                    "UPDATE gateway_state SET load_percent = ? WHERE server_id = ?", Math.round(load * 100), serverId));
        }
    }

    private static Optional<Double> load(@Nullable Object percent) {
        return percent instanceof Number number ? Optional.of(number.longValue() / 100.0) : Optional.empty();
    }

    private void write(String serverId, long revision, Instant now) {
        told.put(serverId, now);
        database.run(sql -> sql.update(
                "INSERT INTO gateway_state (server_id, applied_revision, heard_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (server_id) DO UPDATE SET heard_at = excluded.heard_at, applied_revision ="
                        + " CASE WHEN excluded.applied_revision < 0 THEN gateway_state.applied_revision"
                        + " ELSE excluded.applied_revision END",
                serverId,
                revision,
                now.toEpochMilli()));
    }

    /// What is known of a gateway's agent, whichever node it talks to.
    public record GatewayState(String serverId, long appliedRevision, Instant heardAt, Optional<Double> load) {}
}
