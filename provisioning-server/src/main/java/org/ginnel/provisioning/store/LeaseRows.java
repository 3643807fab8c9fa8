// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// The statements on single leases, to be put together inside one transaction.
final class LeaseRows {
    private static final String SELECT =
            "SELECT client_name, server_id, user_id, device, device_name, slot, public_key,"
                    + " preshared_key, revision, confirmed FROM lease ";

    private LeaseRows() {}

    static Optional<Lease> ofDevice(Sql sql, LeaseRequest request) {
        return sql.first(
                SELECT + "WHERE user_id = ? AND server_id = ? AND device = ? AND revoked_at IS NULL",
                LeaseRows::read,
                request.user(),
                request.gateway().id(),
                request.device().text());
    }

    static List<Lease> ofServer(Sql sql, String serverId) {
        return sql.list(SELECT + "WHERE server_id = ? AND revoked_at IS NULL", LeaseRows::read, serverId);
    }

    static List<Lease> ofUser(Sql sql, String user) {
        return sql.list(
                SELECT + "WHERE user_id = ? AND revoked_at IS NULL ORDER BY server_id, client_name",
                LeaseRows::read,
                user);
    }

    static Optional<Lease> named(Sql sql, String clientName) {
        return sql.first(SELECT + "WHERE client_name = ? AND revoked_at IS NULL", LeaseRows::read, clientName);
    }

    static List<Lease> ofKey(Sql sql, PublicKey key) {
        return sql.list(
                SELECT + "WHERE server_id IN (SELECT id FROM server) AND public_key = ?", LeaseRows::read, key.bytes());
    }

    /// Whether another lease of that server, or a device, has the key.
    static boolean isKeyTaken(Sql sql, String serverId, PublicKey key) {
        return sql.holds(
                "SELECT EXISTS (SELECT 1 FROM lease WHERE server_id = ? AND public_key = ?)"
                        + " OR EXISTS (SELECT 1 FROM device_key WHERE public_key = ?)",
                serverId,
                key.bytes(),
                key.bytes());
    }

    static void insert(Sql sql, Lease lease, long now) {
        sql.update(
                "INSERT INTO lease (client_name, server_id, user_id, device, device_name, slot, public_key,"
                        + " preshared_key, revision, confirmed, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lease.clientName(),
                lease.serverId(),
                lease.user(),
                lease.device().text(),
                lease.deviceName().orElse(null),
                lease.slot(),
                lease.publicKey().bytes(),
                lease.presharedKey().bytes(),
                lease.revision(),
                lease.confirmed(),
                now);
    }

    static void rekey(Sql sql, Lease lease) {
        sql.update(
                "UPDATE lease SET public_key = ?, preshared_key = ?, revision = ?, confirmed = ?,"
                        + " device_name = ? WHERE client_name = ?",
                lease.publicKey().bytes(),
                lease.presharedKey().bytes(),
                lease.revision(),
                lease.confirmed(),
                lease.deviceName().orElse(null),
                lease.clientName());
    }

    static void delete(Sql sql, String clientName) {
        sql.update("DELETE FROM lease WHERE client_name = ?", clientName);
    }

    /// Keeps name and owner, so that a repeated revoke is answered alike.
    static void revoke(Sql sql, String clientName, long revision, long now) {
        sql.update(
                "UPDATE lease SET slot = NULL, public_key = NULL, preshared_key = NULL, revoked_at = ?,"
                        + " revision = ?, confirmed = 1 WHERE client_name = ?",
                now,
                revision,
                clientName);
    }

    /// Whether the lease is as it was granted and no gateway was seen to have it.
    static boolean isPending(Sql sql, Lease lease) {
        return stands(sql, lease, false);
    }

    /// Whether the lease is as it was granted and a gateway was seen to have it.
    static boolean isConfirmed(Sql sql, Lease lease) {
        return stands(sql, lease, true);
    }

    private static boolean stands(Sql sql, Lease lease, boolean confirmed) {
        return sql.holds(
                "SELECT EXISTS (SELECT 1 FROM lease WHERE client_name = ? AND revision = ?"
                        + " AND confirmed = ? AND revoked_at IS NULL)",
                lease.clientName(),
                lease.revision(),
                confirmed);
    }

    static Scope scope(Lease lease) {
        return Scope.server(lease.serverId());
    }

    static String owner(String clientName) {
        return "lease:" + clientName;
    }

    private static Lease read(ResultSet row) throws SQLException {
        return new Lease(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                new DeviceId(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                row.getInt(6),
                PublicKey.of(row.getBytes(7)),
                PresharedKey.of(row.getBytes(8)),
                row.getLong(9),
                row.getLong(10) != 0);
    }
}
