// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The statements on single rows, to be put together inside one transaction.
final class LeaseRows {
    private static final String SELECT =
            "SELECT client_name, server_id, user_id, device, device_name, slot, public_key,"
                    + " preshared_key, revision, confirmed FROM lease ";

    private LeaseRows() {}

    static Optional<Lease> ofDevice(Handle handle, LeaseRequest request) {
        return handle.createQuery(SELECT + "WHERE user_id = ? AND server_id = ? AND device = ? AND revoked_at IS NULL")
                .bind(0, request.user())
                .bind(1, request.gateway().id())
                .bind(2, request.device().text())
                .map(LeaseRows::map)
                .findOne();
    }

    static List<Lease> ofServer(Handle handle, String serverId) {
        return handle.createQuery(SELECT + "WHERE server_id = ? AND revoked_at IS NULL")
                .bind(0, serverId)
                .map(LeaseRows::map)
                .list();
    }

    static boolean isKeyTaken(Handle handle, String serverId, PublicKey key) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM lease WHERE server_id = ? AND public_key = ?)")
                .bind(0, serverId)
                .bind(1, key.bytes())
                .mapTo(Boolean.class)
                .one();
    }

    static void insert(Handle handle, Lease lease, long now) {
        handle.createUpdate("INSERT INTO lease VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")
                .bind(0, lease.clientName())
                .bind(1, lease.serverId())
                .bind(2, lease.user())
                .bind(3, lease.device().text())
                .bind(4, lease.deviceName().orElse(null))
                .bind(5, lease.slot())
                .bind(6, lease.publicKey().bytes())
                .bind(7, lease.presharedKey().bytes())
                .bind(8, lease.revision())
                .bind(9, lease.confirmed())
                .bind(10, now)
                .execute();
    }

    static void rekey(Handle handle, Lease lease) {
        handle.createUpdate("UPDATE lease SET public_key = ?, preshared_key = ?, revision = ?, confirmed = ?,"
                        + " device_name = ? WHERE client_name = ?")
                .bind(0, lease.publicKey().bytes())
                .bind(1, lease.presharedKey().bytes())
                .bind(2, lease.revision())
                .bind(3, lease.confirmed())
                .bind(4, lease.deviceName().orElse(null))
                .bind(5, lease.clientName())
                .execute();
    }

    static void delete(Handle handle, String clientName) {
        handle.createUpdate("DELETE FROM lease WHERE client_name = ?")
                .bind(0, clientName)
                .execute();
    }

    /// Whether the lease is as it was granted and no gateway was seen to have it.
    static boolean isPending(Handle handle, Lease lease) {
        return stands(handle, lease, false);
    }

    /// Whether the lease is as it was granted and a gateway was seen to have it.
    static boolean isConfirmed(Handle handle, Lease lease) {
        return stands(handle, lease, true);
    }

    private static boolean stands(Handle handle, Lease lease, boolean confirmed) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM lease WHERE client_name = ? AND revision = ?"
                        + " AND confirmed = ? AND revoked_at IS NULL)")
                .bind(0, lease.clientName())
                .bind(1, lease.revision())
                .bind(2, confirmed)
                .mapTo(Boolean.class)
                .one();
    }

    static long nextRevision(Handle handle, String serverId) {
        return handle.createQuery("UPDATE server SET revision = revision + 1 WHERE id = ? RETURNING revision")
                .bind(0, serverId)
                .mapTo(Long.class)
                .one();
    }

    static long revision(Handle handle, String serverId) {
        return handle.createQuery("SELECT revision FROM server WHERE id = ?")
                .bind(0, serverId)
                .mapTo(Long.class)
                .one();
    }

    private static Lease map(ResultSet row, StatementContext context) throws SQLException {
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
                row.getBoolean(10));
    }
}
