// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ginnel.peering.PeerUse;
import org.ginnel.provisioning.device.UsageDay;
import org.ginnel.wireguard.PublicKey;

/// The statements on how much is sent and received. Counted for each owner of a peer and each day, whatever the
/// server.
final class UsageRows {
    private UsageRows() {}

    /// What the counters of a peer show since they were read last. A counter that is lower than before began anew.
    static Growth advance(Sql sql, String serverId, PeerUse use) {
        var key = use.publicKey().bytes();
        var before = sql.first(
                "SELECT received, sent FROM peer_use WHERE server_id = ? AND public_key = ?",
                row -> new Growth(row.getLong(1), row.getLong(2)),
                serverId,
                key);
        sql.update(
                "INSERT INTO peer_use (server_id, public_key, received, sent, handshake_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (public_key, server_id) DO UPDATE SET received = excluded.received,"
                        + " sent = excluded.sent, handshake_at = excluded.handshake_at",
                serverId,
                key,
                use.received(),
                use.sent(),
                use.handshakeAt().map(Instant::toEpochMilli).orElse(null));
        return new Growth(
                growth(before.map(Growth::received).orElse(0L), use.received()),
                growth(before.map(Growth::sent).orElse(0L), use.sent()));
    }

    private static long growth(long before, long now) {
        return now >= before ? now - before : now;
    }

    static void add(Sql sql, String owner, LocalDate day, Growth growth, Optional<Instant> handshake) {
        sql.update(
                "INSERT INTO usage_day (owner, day, received, sent, handshake_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (owner, day) DO UPDATE SET received = usage_day.received + excluded.received,"
                        + " sent = usage_day.sent + excluded.sent,"
                        + " handshake_at = coalesce(excluded.handshake_at, usage_day.handshake_at)",
                owner,
                day.toEpochDay(),
                growth.received(),
                growth.sent(),
                handshake.map(Instant::toEpochMilli).orElse(null));
    }

    static List<UsageDay> ofOwner(Sql sql, String owner) {
        return sql.list(
                "SELECT day, received, sent, handshake_at FROM usage_day WHERE owner = ? ORDER BY day DESC",
                UsageRows::read,
                owner);
    }

    static void forget(Sql sql, String owner) {
        sql.update("DELETE FROM usage_day WHERE owner = ?", owner);
    }

    /// The peer is gone, and its counters with it.
    static void forgetCounters(Sql sql, PublicKey key) {
        sql.update("DELETE FROM peer_use WHERE public_key = ?", (Object) key.bytes());
    }

    private static UsageDay read(ResultSet row) throws SQLException {
        return new UsageDay(
                LocalDate.ofEpochDay(row.getLong(1)),
                row.getLong(2),
                row.getLong(3),
                DeviceRows.time(row.getObject(4)));
    }

    /// @param received by the gateway
    /// @param sent by the gateway
    record Growth(long received, long sent) {
        boolean isNothing() {
            return received == 0 && sent == 0;
        }
    }
}
