// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.provisioning.lease.Allocation;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.provisioning.lease.Revoked;
import org.ginnel.provisioning.lease.Undo;

/// Who has which address and key on which server. No two leases of a server share either, whatever runs at once: the
/// table says so itself. Every change has a revision of its own. Blocks until the disk has it.
public final class LeaseStore {
    /// How many peers a user may have on one server that no device can be recognised by. The oldest makes way: a
    /// legacy client asks for a new one at every connect and returns none.
    static final int MAX_ONCE = 32;

    private static final Duration REVOKED_KEPT = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;

    public LeaseStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Gives the device a lease, the one it has if there is one. A new public key takes over the device's address.
    public Allocation allocate(LeaseRequest request) {
        return database.run(sql -> {
            var existing = LeaseRows.ofDevice(sql, request);
            if (existing.filter(l -> l.publicKey().equals(request.publicKey())).isPresent()) {
                return new Allocation.Granted(existing.get(), new Allocation.Change.None());
            }
            if (LeaseRows.isKeyTaken(sql, request.gateway().id(), request.publicKey())) {
                return new Allocation.KeyTaken();
            }
            return existing.isPresent() ? rekey(sql, request, existing.get()) : create(sql, request);
        });
    }

    private Allocation create(Sql sql, LeaseRequest request) {
        var gateway = request.gateway();
        if (request.device().isOnce()) {
            makeWay(sql, gateway.id(), request.user());
        }
        var slot = Slots.ofServer(gateway.id()).take(sql, gateway.network());
        if (slot.isEmpty()) {
            return new Allocation.Full();
        }
        var lease = put(sql, request, request.newName(), slot.get());
        LeaseRows.insert(sql, lease, clock.millis());
        journal(sql, lease, Actor.user(lease.user()), "lease.granted", clock.millis());
        return new Allocation.Granted(lease, new Allocation.Change.Created());
    }

    private Allocation rekey(Sql sql, LeaseRequest request, Lease existing) {
        remove(sql, existing);
        var lease = put(sql, request, existing.clientName(), existing.slot());
        LeaseRows.rekey(sql, lease);
        journal(sql, lease, Actor.user(lease.user()), "lease.rekeyed", clock.millis());
        return new Allocation.Granted(lease, new Allocation.Change.Rekeyed(existing));
    }

    private Lease put(Sql sql, LeaseRequest request, String name, int slot) {
        var lease = new Lease(
                name,
                request.gateway().id(),
                request.user(),
                request.device(),
                request.deviceName(),
                slot,
                request.publicKey(),
                request.newPresharedKey(),
                0,
                request.gateway().agentToken().isEmpty());
        return lease.withRevision(put(sql, lease, request.gateway().network()));
    }

    private long put(Sql sql, Lease lease, TunnelNetwork network) {
        return PeerRows.put(
                sql,
                LeaseRows.scope(lease),
                LeaseRows.owner(lease.clientName()),
                lease.publicKey(),
                Optional.of(lease.presharedKey()),
                network.allowedIps(lease.slot()),
                clock.millis());
    }

    private long remove(Sql sql, Lease lease) {
        return remove(sql, lease, clock.millis());
    }

    private static long remove(Sql sql, Lease lease, long now) {
        return PeerRows.remove(
                sql, LeaseRows.scope(lease), LeaseRows.owner(lease.clientName()), lease.publicKey(), now);
    }

    private void makeWay(Sql sql, String serverId, String user) {
        var surplus = sql.list(
                "SELECT client_name FROM lease WHERE user_id = ? AND server_id = ?"
                        + " AND device LIKE ? AND revoked_at IS NULL AND confirmed = 1"
                        + " ORDER BY revision DESC LIMIT 1000000 OFFSET ?",
                row -> row.getString(1),
                user,
                serverId,
                DeviceId.once("%").text(),
                MAX_ONCE - 1);
        surplus.forEach(name -> LeaseRows.named(sql, name).ifPresent(lease -> revoke(sql, lease)));
    }

    /// Takes a lease back. Asked again within a day, answers the same. Empty when the user has no such lease.
    public Optional<Revoked> revoke(String user, String clientName) {
        return database.run(sql -> {
            var found = sql.first(
                    "SELECT server_id, revision, revoked_at FROM lease WHERE client_name = ? AND user_id = ?",
                    row -> new Found(row.getString(1), row.getLong(2), row.getObject(3) != null),
                    clientName,
                    user);
            return found.map(lease -> lease.revoked()
                    ? new Revoked(lease.serverId(), lease.revision())
                    : new Revoked(
                            lease.serverId(),
                            revoke(sql, LeaseRows.named(sql, clientName).orElseThrow())));
        });
    }

    private long revoke(Sql sql, Lease lease) {
        return revoke(sql, lease, Actor.user(lease.user()), clock.millis());
    }

    static long revoke(Sql sql, Lease lease, String actor, long now) {
        var revision = remove(sql, lease, now);
        LeaseRows.revoke(sql, lease.clientName(), revision, now);
        journal(sql, lease, actor, "lease.revoked", now);
        UsageRows.forget(sql, LeaseRows.owner(lease.clientName()));
        sql.update("DELETE FROM lease WHERE revoked_at < ?", now - REVOKED_KEPT.toMillis());
        return revision;
    }

    /// Notes that the gateway was seen to have everything up to that revision.
    public void confirm(String serverId, long revision) {
        database.run(sql -> sql.update(
                "UPDATE lease SET confirmed = 1 WHERE server_id = ? AND confirmed = 0 AND revision <= ?",
                serverId,
                revision));
    }

    /// Undoes a grant that no gateway was seen to have: what the device had before is back.
    public Undo undo(Gateway gateway, Allocation.Granted granted) {
        return database.run(sql -> {
            var lease = granted.lease();
            if (LeaseRows.isConfirmed(sql, lease)) {
                return new Undo.Stands();
            }
            return LeaseRows.isPending(sql, lease) ? undo(sql, gateway, granted) : new Undo.NotOurs();
        });
    }

    private static void journal(Sql sql, Lease lease, String actor, String action, long now) {
        Journal.write(
                sql,
                now,
                actor,
                action,
                LeaseRows.owner(lease.clientName()),
                "server",
                lease.serverId(),
                "public_key",
                lease.publicKey().base64());
    }

    private Undo undo(Sql sql, Gateway gateway, Allocation.Granted granted) {
        if (!(granted.change() instanceof Allocation.Change.None)) {
            journal(sql, granted.lease(), Actor.SERVICE, "lease.undone", clock.millis());
        }
        return switch (granted.change()) {
            case Allocation.Change.None() -> new Undo.NotOurs();
            case Allocation.Change.Created() -> {
                LeaseRows.delete(sql, granted.lease().clientName());
                yield new Undo.Undone(remove(sql, granted.lease()));
            }
            case Allocation.Change.Rekeyed(var before) -> {
                remove(sql, granted.lease());
                LeaseRows.rekey(sql, before);
                yield new Undo.Undone(put(sql, before, gateway.network()));
            }
        };
    }

    /// Makes the peers of a server those of its leases, and forgets grants that a crash kept from being confirmed.
    ///
    /// @param graceMillis how old a grant has to be to be forgotten: younger ones may be another node's business
    static void adopt(Sql sql, Gateway gateway, long now, long graceMillis) {
        for (var lease : LeaseRows.ofServer(sql, gateway.id())) {
            var owner = LeaseRows.owner(lease.clientName());
            if (!lease.confirmed() && !PeerRows.isYounger(sql, lease, now - graceMillis)) {
                LeaseRows.delete(sql, lease.clientName());
                journal(sql, lease, Actor.SERVICE, "lease.undone", now);
                PeerRows.remove(sql, LeaseRows.scope(lease), owner, lease.publicKey(), now);
            } else if (!PeerRows.isTaken(sql, LeaseRows.scope(lease), lease.publicKey())
                    && !AccountRows.isSuspended(sql, lease.user())) {
                var networks = gateway.network().allowedIps(lease.slot());
                var secret = Optional.of(lease.presharedKey());
                PeerRows.put(sql, LeaseRows.scope(lease), owner, lease.publicKey(), secret, networks, now);
            }
        }
    }

    /// Takes over a peer that a gateway has already, with its key and its address. It stays as it is on the device.
    ///
    /// @return why not; empty when it is taken over, or was before
    public Optional<String> takeOver(Gateway gateway, Lease lease) {
        return database.run(sql -> {
            var named = sql.first(
                    "SELECT user_id FROM lease WHERE client_name = ?", row -> row.getString(1), lease.clientName());
            if (named.isPresent()) {
                var same = LeaseRows.named(sql, lease.clientName())
                        .filter(l -> l.publicKey().equals(lease.publicKey()));
                return same.isPresent() ? Optional.empty() : Optional.of("another peer has this name");
            }
            if (LeaseRows.isKeyTaken(sql, gateway.id(), lease.publicKey())) {
                return Optional.of("another peer has this key");
            }
            if (sql.holds(
                    "SELECT EXISTS (SELECT 1 FROM lease WHERE server_id = ? AND slot = ?)",
                    gateway.id(),
                    lease.slot())) {
                return Optional.of("another peer has this address");
            }
            LeaseRows.insert(sql, lease.withRevision(put(sql, lease, gateway.network())), clock.millis());
            journal(sql, lease, Actor.OPERATOR, "lease.imported", clock.millis());
            return Optional.empty();
        });
    }

    /// The leases of a user as they stand.
    public List<Lease> ofUser(String user) {
        return database.run(sql -> LeaseRows.ofUser(sql, user));
    }

    /// The leases of a server as they stand.
    List<Lease> leases(String serverId) {
        return database.run(sql -> LeaseRows.ofServer(sql, serverId));
    }

    private record Found(String serverId, long revision, boolean revoked) {}
}
