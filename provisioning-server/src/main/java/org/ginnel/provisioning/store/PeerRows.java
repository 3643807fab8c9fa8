// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.lease.PeerChange;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;
import org.jspecify.annotations.Nullable;

/// What gateways are to have, as it follows from leases and devices: written in the same transaction as these. A peer
/// that is gone is kept for a while, so that a gateway can be told what changed since it last asked.
final class PeerRows {
    private static final String SELECT =
            "SELECT revision, scope, public_key, preshared_key, allowed_ips, owner FROM peer ";

    private PeerRows() {}

    /// Has gateways have a peer.
    ///
    /// @return the revision from which on they do
    static long put(
            Sql sql,
            Scope scope,
            String owner,
            PublicKey key,
            Optional<PresharedKey> secret,
            List<IpNetwork> allowedIps,
            long now) {
        var networks = allowedIps.stream().map(IpNetwork::toString).collect(Collectors.joining(","));
        return write(sql, scope, owner, key, secret.map(PresharedKey::bytes).orElse(null), networks, now);
    }

    /// Has gateways not have a peer any more.
    ///
    /// @return the revision from which on they do not
    static long remove(Sql sql, Scope scope, String owner, PublicKey key, long now) {
        UsageRows.forgetCounters(sql, key);
        return write(sql, scope, owner, key, null, null, now);
    }

    private static long write(
            Sql sql,
            Scope scope,
            String owner,
            PublicKey key,
            byte @Nullable [] secret,
            @Nullable String networks,
            long now) {
        var revision = Revisions.next(sql);
        sql.update(
                "INSERT INTO peer (scope, public_key, preshared_key, allowed_ips, owner, revision, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, public_key) DO UPDATE SET"
                        + " preshared_key = excluded.preshared_key, allowed_ips = excluded.allowed_ips,"
                        + " owner = excluded.owner, revision = excluded.revision, changed_at = excluded.changed_at",
                scope.text(),
                key.bytes(),
                secret,
                networks,
                owner,
                revision,
                now);
        return revision;
    }

    /// Whether this key is a peer's already, anywhere.
    static boolean isTaken(Sql sql, Scope scope, PublicKey key) {
        return sql.holds(
                "SELECT EXISTS (SELECT 1 FROM peer WHERE scope = ? AND public_key = ? AND allowed_ips IS NOT NULL)",
                scope.text(),
                key.bytes());
    }

    /// The revision from which on gateways have the peer as it is; 0 when they are to have none.
    static long revisionOf(Sql sql, Scope scope, PublicKey key) {
        return sql.first(
                        "SELECT revision FROM peer WHERE scope = ? AND public_key = ? AND allowed_ips IS NOT NULL",
                        row -> row.getLong(1),
                        scope.text(),
                        key.bytes())
                .orElse(0L);
    }

    /// Whether the lease's peer changed after that time.
    static boolean isYounger(Sql sql, Lease lease, long time) {
        return sql.holds(
                "SELECT EXISTS (SELECT 1 FROM peer WHERE scope = ? AND public_key = ? AND changed_at > ?)",
                LeaseRows.scope(lease).text(),
                lease.publicKey().bytes(),
                time);
    }

    /// Everything that changed after that revision, in the order of the changes.
    static List<PeerChange> after(Sql sql, long revision) {
        return sql.list(SELECT + "WHERE revision > ? ORDER BY revision", PeerRows::read, revision);
    }

    /// Forgets peers that went before that time.
    static int forget(Sql sql, long before) {
        return sql.update("DELETE FROM peer WHERE allowed_ips IS NULL AND changed_at < ?", before);
    }

    private static PeerChange read(ResultSet row) throws SQLException {
        var networks = Optional.ofNullable(row.getString(5)).map(PeerRows::networks);
        return new PeerChange(
                row.getLong(1),
                Scope.of(row.getString(2)),
                PublicKey.of(row.getBytes(3)),
                Optional.ofNullable(row.getBytes(4)).map(PresharedKey::of),
                networks,
                row.getString(6));
    }

    private static List<IpNetwork> networks(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(network -> IpNetwork.parse(network).orElseThrow())
                .toList();
    }
}
