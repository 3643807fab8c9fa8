// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.Optional;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.jdbi.v3.core.Handle;

/// Which address the next peer of a server gets: the next free one after the last that was given, so that an address
/// rests as long as possible before somebody else has it.
final class Slots {
    private Slots() {}

    /// Takes a slot; empty when all are in use.
    static Optional<Integer> take(Handle handle, String serverId, TunnelNetwork network) {
        var last = handle.createQuery("SELECT last_slot FROM server WHERE id = ?")
                .bind(0, serverId)
                .mapTo(Integer.class)
                .one();
        var start = last < network.lastSlot() ? Math.max(last + 1, TunnelNetwork.FIRST_SLOT) : TunnelNetwork.FIRST_SLOT;
        var slot = firstFree(handle, serverId, start, network.lastSlot())
                .or(() -> firstFree(handle, serverId, TunnelNetwork.FIRST_SLOT, start - 1));
        slot.ifPresent(taken -> handle.createUpdate("UPDATE server SET last_slot = ? WHERE id = ?")
                .bind(0, taken)
                .bind(1, serverId)
                .execute());
        return slot;
    }

    private static Optional<Integer> firstFree(Handle handle, String serverId, int from, int to) {
        if (from > to) {
            return Optional.empty();
        }
        var taken = handle.createQuery("SELECT EXISTS (SELECT 1 FROM lease WHERE server_id = ? AND slot = ?)")
                .bind(0, serverId)
                .bind(1, from)
                .mapTo(Boolean.class)
                .one();
        if (!taken) {
            return Optional.of(from);
        }
        return handle.createQuery("SELECT l.slot + 1 FROM lease l WHERE l.server_id = ? AND l.slot >= ? AND l.slot < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM lease n WHERE n.server_id = l.server_id AND n.slot = l.slot + 1)"
                        + " ORDER BY l.slot LIMIT 1")
                .bind(0, serverId)
                .bind(1, from)
                .bind(2, to)
                .mapTo(Integer.class)
                .findOne();
    }
}
