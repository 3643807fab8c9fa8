// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.wireguard.PublicKey;

/// What is remembered of each server: its networks, so that no lease is ever moved by an edit of the servers file, and
/// the public key that its agent reported.
public final class ServerStore {
    /// How long a call for a peer may take on another node.
    private static final Duration OTHERS_BUSINESS = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final Map<String, PublicKey> reported = new ConcurrentHashMap<>();

    public ServerStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Makes the stored servers those of the fleet, and forgets grants that a crash kept from being confirmed.
    ///
    /// @throws StoreException when a server with peers has other networks than those its peers were given
    public void adopt(Fleet fleet) {
        var grace = database.isShared() ? OTHERS_BUSINESS.toMillis() : 0;
        database.run(sql -> {
            fleet.gateways().forEach(gateway -> LeaseStore.adopt(sql, gateway, clock.millis(), grace));
            adopt(sql, fleet);
            return load(sql);
        });
    }

    /// Makes the networks of the stored servers those of the fleet.
    ///
    /// @throws StoreException when somebody has an address that is not in them any more
    static void adopt(Sql sql, Fleet fleet) {
        for (var gateway : fleet.gateways()) {
            adopt(sql, gateway.id(), gateway.network(), "lease WHERE server_id = server.id AND slot IS NOT NULL");
        }
        if (fleet.devices().isEmpty() && sql.holds("SELECT EXISTS (SELECT 1 FROM device_key)")) {
            throw new StoreException("There are devices, but the servers file has no \"devices\", the network that"
                    + " their addresses are in. Put it back; clients that have become devices stay so.");
        }
        fleet.devices().ifPresent(network -> adopt(sql, Slots.DEVICES, network, "device_key"));
    }

    /// Learns what agents reported, without changing anything.
    public void load() {
        database.run(this::load);
    }

    private int load(Sql sql) {
        return sql.list(
                        "SELECT id, public_key FROM server WHERE public_key IS NOT NULL",
                        row -> reported.put(row.getString(1), PublicKey.of(row.getBytes(2))))
                .size();
    }

    private static void adopt(Sql sql, String id, TunnelNetwork network, String users) {
        var ipv4 = network.ipv4Text();
        var ipv6 = network.ipv6Text();
        sql.update("INSERT INTO server (id, ipv4, ipv6) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", id, ipv4, ipv6);
        var stored = sql.first(
                        "SELECT ipv4, ipv6 FROM server WHERE id = ?",
                        row -> List.of(row.getString(1), row.getString(2)),
                        id)
                .orElseThrow();
        if (continues(stored.get(0), ipv4) && continues(stored.get(1), ipv6)) {
            sql.update("UPDATE server SET ipv4 = ?, ipv6 = ? WHERE id = ?", ipv4, ipv6, id);
            return;
        }
        sql.cursors().forget(id);
        var moved = sql.update(
                "UPDATE server SET ipv4 = ?, ipv6 = ?, last_slot = 1 WHERE id = ? AND NOT EXISTS (SELECT 1 FROM "
                        + users + ")",
                ipv4,
                ipv6,
                id);
        if (moved == 0) {
            var name = id.equals(Slots.DEVICES) ? "\"devices\"" : "Server " + id;
            throw new StoreException(
                    name + " has peers in " + String.join(" ", stored).strip()
                            + ", but the servers file now says " + (ipv4 + " " + ipv6).strip()
                            + ". Put the old networks back first in their lists, or give the server a new id.");
        }
    }

    /// Networks that are added at the end move nobody.
    private static boolean continues(String before, String after) {
        return after.equals(before) || after.startsWith(before + ",");
    }

    /// The public key that the server's agent reported last; empty when none did.
    public Optional<PublicKey> reportedKey(String serverId) {
        return Optional.ofNullable(reported.get(serverId));
    }

    /// Remembers the public key that the server's agent reported.
    public void report(String serverId, PublicKey key) {
        if (!key.equals(reported.put(serverId, key))) {
            database.run(sql -> sql.update("UPDATE server SET public_key = ? WHERE id = ?", key.bytes(), serverId));
        }
    }
}
