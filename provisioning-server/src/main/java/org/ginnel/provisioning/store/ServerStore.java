// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PublicKey;
import org.jdbi.v3.core.Handle;

/// What is remembered of each server: its networks, so that no lease is ever moved by an edit of the servers file, and
/// the public key that its agent reported.
public final class ServerStore {
    private final Database database;
    private final Map<String, PublicKey> reported = new ConcurrentHashMap<>();

    public ServerStore(Database database) {
        this.database = database;
    }

    /// Makes the stored servers those of the fleet, and forgets grants that a crash kept from being confirmed.
    ///
    /// @throws StoreException when a server with peers has other networks than those its peers were given
    public void adopt(Fleet fleet) {
        database.run(handle -> {
            fleet.gateways().forEach(gateway -> adopt(handle, gateway));
            return handle.createQuery("SELECT id, public_key FROM server WHERE public_key IS NOT NULL")
                    .map((row, context) -> reported.put(row.getString(1), PublicKey.of(row.getBytes(2))))
                    .list();
        });
    }

    private static void adopt(Handle handle, Gateway gateway) {
        var ipv4 = gateway.network().ipv4().toString();
        var ipv6 = gateway.network().ipv6().map(IpNetwork::toString).orElse("");
        handle.createUpdate("INSERT INTO server (id, ipv4, ipv6) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .bind(0, gateway.id())
                .bind(1, ipv4)
                .bind(2, ipv6)
                .execute();
        var dropped = handle.createUpdate(
                        "DELETE FROM lease WHERE server_id = ? AND confirmed = 0 AND slot IS NOT NULL")
                .bind(0, gateway.id())
                .execute();
        if (dropped > 0) {
            LeaseRows.nextRevision(handle, gateway.id());
        }
        var moved = handle.createUpdate("UPDATE server SET ipv4 = ?, ipv6 = ?, last_slot = 1 WHERE id = ?"
                        + " AND (ipv4 <> ? OR ipv6 <> ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM lease WHERE server_id = server.id AND slot IS NOT NULL)")
                .bind(0, ipv4)
                .bind(1, ipv6)
                .bind(2, gateway.id())
                .bind(3, ipv4)
                .bind(4, ipv6)
                .execute();
        if (moved == 0) {
            refuseOtherNetworks(handle, gateway, ipv4, ipv6);
        }
    }

    private static void refuseOtherNetworks(Handle handle, Gateway gateway, String ipv4, String ipv6) {
        var stored = handle.createQuery("SELECT ipv4 || ' ' || ipv6 FROM server WHERE id = ?")
                .bind(0, gateway.id())
                .mapTo(String.class)
                .one();
        if (!stored.equals(ipv4 + " " + ipv6)) {
            throw new StoreException("Server " + gateway.id() + " has peers in " + stored.strip()
                    + ", but the servers file now says " + (ipv4 + " " + ipv6).strip()
                    + ". Put the old networks back, or give the server a new id.");
        }
    }

    /// The revision of a server, 0 for one that never had a peer.
    public long revision(String serverId) {
        return database.run(handle -> LeaseRows.revision(handle, serverId));
    }

    /// The public key that the server's agent reported last; empty when none did.
    public Optional<PublicKey> reportedKey(String serverId) {
        return Optional.ofNullable(reported.get(serverId));
    }

    /// Remembers the public key that the server's agent reported.
    public void report(String serverId, PublicKey key) {
        if (!key.equals(reported.put(serverId, key))) {
            database.run(handle -> handle.createUpdate("UPDATE server SET public_key = ? WHERE id = ?")
                    .bind(0, key.bytes())
                    .bind(1, serverId)
                    .execute());
        }
    }
}
