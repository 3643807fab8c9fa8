// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.peering.PeerUse;
import org.ginnel.provisioning.device.UsageDay;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.wireguard.PublicKey;

/// How much each device sends and receives, and when it had its last handshake: a row for each day, for as many
/// days as the operator keeps. It goes with the device. Never kept is which server, and what it was.
public final class UsageStore {
    private final Database database;
    private final InstantSource clock;

    public UsageStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes what a gateway's counters say. Peers that the gateway is not to have are left out.
    ///
    /// @param scopes whose peers the gateway has
    public void take(String serverId, Set<Scope> scopes, List<PeerUse> uses) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.run(sql -> {
            for (var use : uses) {
                owner(sql, scopes, use.publicKey()).ifPresent(owner -> {
                    var growth = UsageRows.advance(sql, serverId, use);
                    var handshake = use.handshakeAt().filter(at -> !at.isAfter(clock.instant()));
                    UsageRows.add(sql, owner, today, growth, handshake);
                });
            }
            return uses.size();
        });
    }

    private static Optional<String> owner(Sql sql, Set<Scope> scopes, PublicKey key) {
        return scopes.stream()
                .flatMap(scope -> sql
                        .first(
                                "SELECT owner FROM peer WHERE scope = ? AND public_key = ?"
                                        + " AND allowed_ips IS NOT NULL",
                                row -> row.getString(1),
                                scope.text(),
                                key.bytes())
                        .stream())
                .findFirst();
    }

    /// The days of a device, the latest first.
    public List<UsageDay> ofDevice(String id) {
        return database.run(sql -> UsageRows.ofOwner(sql, DeviceRows.owner(id)));
    }

    /// Forgets days that are older than that many.
    ///
    /// @param days 0 forgets everything
    public void forget(int days) {
        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay() - days + 1;
        database.run(sql -> sql.update("DELETE FROM usage_day WHERE day < ?", first));
    }
}
