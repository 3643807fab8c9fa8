// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.provisioning.device.Device;
import org.ginnel.provisioning.device.DeviceKey;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.fleet.UserTerms;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.wireguard.PresharedKey;

/// Makes what a user has on gateways what the operator says of the user, inside one transaction.
final class Members {
    private final Sql sql;
    private final long now;
    private final String actor;
    private final Fleet fleet;

    Members(Sql sql, long now, String actor, Fleet fleet) {
        this.sql = sql;
        this.now = now;
        this.actor = actor;
        this.fleet = fleet;
    }

    /// What is said of the user counts from now on: devices are where the tier may go, and nowhere while suspended.
    void change(UserTerms user) {
        AccountRows.put(sql, user);
        var tier = fleet.describe(user.user().tier()).id();
        for (var device : DeviceRows.ofUser(sql, user.id())) {
            if (!device.tier().equals(tier) || user.suspended()) {
                keys(device, key -> takeOff(device, key));
            }
            sql.update("UPDATE device SET tier = ? WHERE id = ?", tier, device.id());
        }
        var visible = fleet.visibleTo(tier);
        for (var lease : LeaseRows.ofUser(sql, user.id())) {
            var gateway = fleet.find(lease.serverId());
            if (gateway.filter(visible::contains).isEmpty()) {
                LeaseStore.revoke(sql, lease, actor, now);
            } else if (user.suspended()) {
                PeerRows.remove(sql, LeaseRows.scope(lease), owner(lease), lease.publicKey(), now);
            }
        }
        if (!user.suspended()) {
            putOn(user.id());
        }
    }

    /// Nothing is said of the user any more: its devices, peers and tokens go.
    void remove(UserTerms user) {
        AccountRows.takeOut(sql, user);
        DeviceRows.ofUser(sql, user.id()).forEach(device -> DeviceStore.remove(sql, device, actor, now));
        LeaseRows.ofUser(sql, user.id()).forEach(lease -> LeaseStore.revoke(sql, lease, actor, now));
        TokenStore.revokeAll(sql, user.id(), actor, now);
    }

    private void putOn(String user) {
        for (var device : DeviceRows.ofUser(sql, user)) {
            keys(device, key -> putOn(device, key));
        }
        for (var lease : LeaseRows.ofUser(sql, user)) {
            fleet.find(lease.serverId())
                    .filter(_ -> !PeerRows.isTaken(sql, LeaseRows.scope(lease), lease.publicKey()))
                    .ifPresent(gateway -> PeerRows.put(
                            sql,
                            LeaseRows.scope(lease),
                            owner(lease),
                            lease.publicKey(),
                            Optional.of(lease.presharedKey()),
                            gateway.network().allowedIps(lease.slot()),
                            now));
        }
    }

    private void putOn(Device device, DeviceKey key) {
        var scope = Scope.tier(device.tier());
        if (key.endedAt().isPresent() || PeerRows.isTaken(sql, scope, key.publicKey())) {
            return;
        }
        var secret = sql.first(
                        "SELECT preshared_key FROM device_key WHERE public_key = ? AND preshared_key IS NOT NULL",
                        row -> row.getBytes(1),
                        (Object) key.publicKey().bytes())
                .map(PresharedKey::of);
        fleet.devices()
                .ifPresent(network -> PeerRows.put(
                        sql,
                        scope,
                        DeviceRows.owner(device.id()),
                        key.publicKey(),
                        secret,
                        network.allowedIps(key.slot()),
                        now));
    }

    private void takeOff(Device device, DeviceKey key) {
        PeerRows.remove(sql, Scope.tier(device.tier()), DeviceRows.owner(device.id()), key.publicKey(), now);
    }

    private static void keys(Device device, Consumer<DeviceKey> each) {
        each.accept(device.key());
        device.previous().ifPresent(each);
    }

    private static String owner(Lease lease) {
        return LeaseRows.owner(lease.clientName());
    }
}
