// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.device.Device;
import org.ginnel.provisioning.device.DeviceKey;
import org.ginnel.provisioning.device.DeviceRequest;
import org.ginnel.provisioning.fleet.KeyPolicy;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// Devices and their keys. A key is a peer on every server of the device's tier, with addresses that no other key has.
/// Blocks until the disk has a change.
public final class DeviceStore {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final InstantSource clock;

    public DeviceStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<Device> list(String user) {
        return database.run(sql -> DeviceRows.ofUser(sql, user));
    }

    public Optional<Device> find(String user, String id) {
        return database.run(sql -> DeviceRows.find(sql, user, id));
    }

    /// Makes a device, or answers the one of this user that has the key already. Peers of the legacy surface that this
    /// user has with the same key give way to it.
    public Change register(DeviceRequest request, int most) {
        return register(request, most, Actor.user(request.user()));
    }

    /// The same for somebody else.
    ///
    /// @param actor who does it, as the record names it
    public Change register(DeviceRequest request, int most, String actor) {
        return database.run(sql -> {
            var owner = DeviceRows.idOfKey(sql, request.publicKey());
            if (owner.isPresent()) {
                return DeviceRows.find(sql, request.user(), owner.get())
                        .filter(device -> device.key().publicKey().equals(request.publicKey()))
                        .<Change>map(device -> unchanged(sql, device))
                        .orElseGet(Change.KeyTaken::new);
            }
            if (DeviceRows.ofUser(sql, request.user()).size() >= most) {
                return new Change.TooMany();
            }
            return takeOverLeases(sql, request) ? create(sql, request, actor) : new Change.KeyTaken();
        });
    }

    /// Whoever asks again is told how far what was done before has come.
    private static Change unchanged(Sql sql, Device device) {
        var scope = scope(device);
        return new Change.Done(
                device,
                false,
                scope,
                PeerRows.revisionOf(sql, scope, device.key().publicKey()));
    }

    private Change create(Sql sql, DeviceRequest request, String actor) {
        var slot = Slots.ofDevices().take(sql, request.network());
        if (slot.isEmpty()) {
            return new Change.Full();
        }
        var now = Instant.ofEpochMilli(clock.millis());
        var key = new DeviceKey(request.publicKey(), slot.get(), false, now, Optional.empty(), Optional.empty());
        var device =
                new Device(request.id(), request.user(), request.name(), request.tier(), now, key, Optional.empty());
        DeviceRows.insert(sql, device);
        DeviceRows.insertKey(sql, device.id(), key);
        journal(sql, device, actor, "device.registered", key.publicKey());
        return new Change.Done(device, true, scope(device), put(sql, device, key, request.network(), Optional.empty()));
    }

    private boolean takeOverLeases(Sql sql, DeviceRequest request) {
        var leases = LeaseRows.ofKey(sql, request.publicKey());
        if (leases.stream().anyMatch(lease -> !lease.user().equals(request.user()))) {
            return false;
        }
        leases.forEach(lease -> LeaseStore.revoke(sql, lease, Actor.user(lease.user()), clock.millis()));
        return true;
    }

    /// Gives the device another key, with addresses of its own. The key before stays valid for the overlap.
    ///
    /// @param request whose id names the device; its name is not looked at
    public Change rotate(DeviceRequest request, Duration overlap) {
        return database.run(sql -> {
            var found = DeviceRows.find(sql, request.user(), request.id());
            if (found.isEmpty()) {
                return new Change.NoSuchDevice();
            }
            if (found.get().key().publicKey().equals(request.publicKey())) {
                return unchanged(sql, found.get());
            }
            if (DeviceRows.idOfKey(sql, request.publicKey()).isPresent()
                    || !LeaseRows.ofKey(sql, request.publicKey()).isEmpty()) {
                return new Change.KeyTaken();
            }
            return rotate(sql, request, found.get(), overlap);
        });
    }

    private Change rotate(Sql sql, DeviceRequest request, Device device, Duration overlap) {
        var slot = Slots.ofDevices().take(sql, request.network());
        if (slot.isEmpty()) {
            return new Change.Full();
        }
        device.previous().ifPresent(old -> end(sql, device, old.publicKey()));
        var now = Instant.ofEpochMilli(clock.millis());
        if (overlap.isZero() || device.key().endedAt().isPresent()) {
            end(sql, device, device.key().publicKey());
        } else {
            sql.update(
                    "UPDATE device_key SET valid_until = ? WHERE public_key = ?",
                    now.plus(overlap).toEpochMilli(),
                    device.key().publicKey().bytes());
        }
        var key = new DeviceKey(request.publicKey(), slot.get(), false, now, Optional.empty(), Optional.empty());
        DeviceRows.insertKey(sql, device.id(), key);
        var revision = put(sql, device, key, request.network(), Optional.empty());
        journal(sql, device, Actor.user(device.user()), "device.rotated", key.publicKey());
        return new Change.Done(
                DeviceRows.find(sql, device.user(), device.id()).orElseThrow(), true, scope(device), revision);
    }

    /// Gives the device's key in use a pre-shared key.
    ///
    /// @param key the one that it was agreed for: a rotation meanwhile makes it void
    public Change protect(String user, String id, PublicKey key, PresharedKey secret, TunnelNetwork network) {
        return database.run(sql -> {
            var found = DeviceRows.find(sql, user, id)
                    .filter(device -> device.key().publicKey().equals(key));
            if (found.isEmpty()) {
                return new Change.NoSuchDevice();
            }
            sql.update("UPDATE device_key SET preshared_key = ? WHERE public_key = ?", secret.bytes(), key.bytes());
            var device = DeviceRows.find(sql, user, id).orElseThrow();
            journal(sql, device, Actor.user(user), "device.protected", key);
            return new Change.Done(
                    device, true, scope(device), put(sql, device, device.key(), network, Optional.of(secret)));
        });
    }

    /// Takes a device back with all its keys.
    public Change remove(String user, String id) {
        return remove(user, id, Actor.user(user));
    }

    /// The same, done by somebody else.
    ///
    /// @param actor who does it, as the record names it
    public Change remove(String user, String id, String actor) {
        return database.run(sql -> {
            var found = DeviceRows.find(sql, user, id);
            if (found.isEmpty()) {
                return new Change.NoSuchDevice();
            }
            return remove(sql, found.get(), actor, clock.millis());
        });
    }

    static Change.Done remove(Sql sql, Device device, String actor, long now) {
        device.previous().ifPresent(old -> end(sql, device, old.publicKey(), now));
        var key = device.key().publicKey();
        var revision = end(sql, device, key, now);
        DeviceRows.delete(sql, device.id());
        UsageRows.forget(sql, DeviceRows.owner(device.id()));
        journal(sql, device, actor, "device.removed", key, now);
        return new Change.Done(device, true, scope(device), revision);
    }

    /// Ends the keys whose overlap is over.
    ///
    /// @return how many
    public int endOverlaps() {
        return database.run(sql -> {
            var ending = DeviceRows.withKeysEndingBefore(sql, clock.millis());
            ending.forEach(device -> device.previous().ifPresent(old -> {
                journal(sql, device, Actor.SERVICE, "device.overlap-ended", old.publicKey());
                end(sql, device, old.publicKey());
            }));
            return ending.size();
        });
    }

    /// Warns once of every key that is to be replaced soon, and ends those that are too old. A few hundred at a
    /// time.
    public void tendKeys(KeyPolicy policy) {
        database.run(sql -> {
            var now = clock.instant();
            var due = now.minus(policy.age().minus(policy.warning())).toEpochMilli();
            for (var device : DeviceRows.withKeysOlderThan(sql, due, "warned_at", AT_ONCE)) {
                DeviceRows.mark(sql, device.key().publicKey(), "warned_at", now.toEpochMilli());
                warn(sql, device, policy);
            }
            policy.end().ifPresent(end -> endKeys(sql, now.minus(end).toEpochMilli()));
            return true;
        });
    }

    private void warn(Sql sql, Device device, KeyPolicy policy) {
        var made = device.key().createdAt();
        Journal.write(
                sql,
                clock.millis(),
                Actor.SERVICE,
                "device.rotation-due",
                owner(device),
                "name",
                device.name(),
                "user",
                device.user(),
                "rotate_by",
                policy.rotateBy(made).toString(),
                "ends",
                policy.endOf(made).map(Instant::toString).orElse("never"));
    }

    private void endKeys(Sql sql, long madeBefore) {
        for (var device : DeviceRows.withKeysOlderThan(sql, madeBefore, "ended_at", AT_ONCE)) {
            var key = device.key().publicKey();
            DeviceRows.mark(sql, key, "ended_at", clock.millis());
            PeerRows.remove(sql, scope(device), owner(device), key, clock.millis());
            journal(sql, device, Actor.SERVICE, "device.key-ended", key);
        }
    }

    private long end(Sql sql, Device device, PublicKey key) {
        return end(sql, device, key, clock.millis());
    }

    private static long end(Sql sql, Device device, PublicKey key, long now) {
        DeviceRows.deleteKey(sql, key);
        return PeerRows.remove(sql, scope(device), owner(device), key, now);
    }

    private long put(Sql sql, Device device, DeviceKey key, TunnelNetwork network, Optional<PresharedKey> secret) {
        if (AccountRows.isSuspended(sql, device.user())) {
            return 0; // it is put on the gateways when the user is let in again
        }
        return PeerRows.put(
                sql,
                scope(device),
                owner(device),
                key.publicKey(),
                secret,
                network.allowedIps(key.slot()),
                clock.millis());
    }

    private void journal(Sql sql, Device device, String actor, String action, PublicKey key) {
        journal(sql, device, actor, action, key, clock.millis());
    }

    private static void journal(Sql sql, Device device, String actor, String action, PublicKey key, long now) {
        Journal.write(
                sql,
                now,
                actor,
                action,
                owner(device),
                "name",
                device.name(),
                "tier",
                device.tier(),
                "public_key",
                key.base64());
    }

    private static Scope scope(Device device) {
        return Scope.tier(device.tier());
    }

    private static String owner(Device device) {
        return DeviceRows.owner(device.id());
    }
}
