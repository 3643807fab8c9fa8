// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.lease.Allocation;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.provisioning.lease.Revoked;
import org.ginnel.provisioning.lease.ServerState;
import org.ginnel.provisioning.lease.Undo;
import org.jdbi.v3.core.Handle;

/// Who has which address and key on which server. No two leases of a server share either, whatever runs at once: the
/// table says so itself. Every change gives the server a new revision. Blocks until the disk has it.
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
        return database.run(handle -> {
            var existing = LeaseRows.ofDevice(handle, request);
            if (existing.filter(l -> l.publicKey().equals(request.publicKey())).isPresent()) {
                return new Allocation.Granted(existing.get(), new Allocation.Change.None());
            }
            if (LeaseRows.isKeyTaken(handle, request.gateway().id(), request.publicKey())) {
                return new Allocation.KeyTaken();
            }
            return existing.isPresent() ? rekey(handle, request, existing.get()) : create(handle, request);
        });
    }

    private Allocation create(Handle handle, LeaseRequest request) {
        var serverId = request.gateway().id();
        if (request.device().isOnce()) {
            makeWay(handle, serverId, request.user());
        }
        var slot = Slots.take(handle, serverId, request.gateway().network());
        if (slot.isEmpty()) {
            return new Allocation.Full();
        }
        var lease = lease(handle, request, request.newName(), slot.get());
        LeaseRows.insert(handle, lease, clock.millis());
        return new Allocation.Granted(lease, new Allocation.Change.Created());
    }

    private static Allocation rekey(Handle handle, LeaseRequest request, Lease existing) {
        var lease = lease(handle, request, existing.clientName(), existing.slot());
        LeaseRows.rekey(handle, lease);
        return new Allocation.Granted(lease, new Allocation.Change.Rekeyed(existing));
    }

    private static Lease lease(Handle handle, LeaseRequest request, String name, int slot) {
        return new Lease(
                name,
                request.gateway().id(),
                request.user(),
                request.device(),
                request.deviceName(),
                slot,
                request.publicKey(),
                request.newPresharedKey(),
                LeaseRows.nextRevision(handle, request.gateway().id()),
                request.gateway().agentToken().isEmpty());
    }

    private void makeWay(Handle handle, String serverId, String user) {
        var surplus = handle.createQuery("SELECT client_name FROM lease WHERE user_id = ? AND server_id = ?"
                        + " AND device GLOB ? AND revoked_at IS NULL AND confirmed = 1"
                        + " ORDER BY revision DESC LIMIT -1 OFFSET ?")
                .bind(0, user)
                .bind(1, serverId)
                .bind(2, DeviceId.once("*").text())
                .bind(3, MAX_ONCE - 1)
                .mapTo(String.class)
                .list();
        surplus.forEach(name -> revoke(handle, name, LeaseRows.nextRevision(handle, serverId)));
    }

    /// Takes a lease back. Asked again within a day, answers the same. Empty when the user has no such lease.
    public Optional<Revoked> revoke(String user, String clientName) {
        return database.run(handle -> {
            var found = handle.createQuery("SELECT server_id, revision, revoked_at IS NOT NULL FROM lease"
                            + " WHERE client_name = ? AND user_id = ?")
                    .bind(0, clientName)
                    .bind(1, user)
                    .map((row, context) -> new Found(row.getString(1), row.getLong(2), row.getBoolean(3)))
                    .findOne();
            return found.map(lease -> {
                if (lease.revoked()) {
                    return new Revoked(lease.serverId(), lease.revision());
                }
                var revision = LeaseRows.nextRevision(handle, lease.serverId());
                revoke(handle, clientName, revision);
                return new Revoked(lease.serverId(), revision);
            });
        });
    }

    private void revoke(Handle handle, String clientName, long revision) {
        var now = clock.millis();
        handle.createUpdate("UPDATE lease SET slot = NULL, public_key = NULL, preshared_key = NULL, revoked_at = ?,"
                        + " revision = ? WHERE client_name = ?")
                .bind(0, now)
                .bind(1, revision)
                .bind(2, clientName)
                .execute();
        handle.createUpdate("DELETE FROM lease WHERE revoked_at < ?")
                .bind(0, now - REVOKED_KEPT.toMillis())
                .execute();
    }

    /// Notes that the gateway was seen to have everything up to that revision.
    public void confirm(String serverId, long revision) {
        database.run(handle -> handle.createUpdate(
                        "UPDATE lease SET confirmed = 1 WHERE server_id = ? AND confirmed = 0 AND revision <= ?")
                .bind(0, serverId)
                .bind(1, revision)
                .execute());
    }

    /// Undoes a grant that no gateway was seen to have: what the device had before is back.
    public Undo undo(Allocation.Granted granted) {
        return database.run(handle -> {
            var lease = granted.lease();
            if (LeaseRows.isConfirmed(handle, lease)) {
                return new Undo.Stands();
            }
            return LeaseRows.isPending(handle, lease) ? undo(handle, granted) : new Undo.NotOurs();
        });
    }

    private static Undo undo(Handle handle, Allocation.Granted granted) {
        var serverId = granted.lease().serverId();
        return switch (granted.change()) {
            case Allocation.Change.None() -> new Undo.NotOurs();
            case Allocation.Change.Created() -> {
                LeaseRows.delete(handle, granted.lease().clientName());
                yield new Undo.Undone(LeaseRows.nextRevision(handle, serverId));
            }
            case Allocation.Change.Rekeyed(var before) -> {
                LeaseRows.rekey(handle, before);
                yield new Undo.Undone(LeaseRows.nextRevision(handle, serverId));
            }
        };
    }

    /// What the gateway is to have now.
    public ServerState state(Gateway gateway) {
        return database.run(handle ->
                new ServerState(LeaseRows.revision(handle, gateway.id()), LeaseRows.ofServer(handle, gateway.id())));
    }

    private record Found(String serverId, long revision, boolean revoked) {}
}
