// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.Optional;
import org.ginnel.provisioning.fleet.TunnelNetwork;

/// Which address of a network the next peer gets: the next free one after the last that was given, so that an address
/// rests as long as possible before somebody else has it.
///
/// @param pool the row of table `server` that remembers the last one
/// @param taken says whether a slot is in use
/// @param gap finds the first used slot in a range whose successor is free, and says that successor
record Slots(String pool, String taken, String gap, boolean perServer) {
    /// Addresses of devices, which are the same on every server.
    static final String DEVICES = "*devices";

    /// The addresses of the leases of one server.
    static Slots ofServer(String serverId) {
        return new Slots(
                serverId,
                "SELECT EXISTS (SELECT 1 FROM lease WHERE server_id = ? AND slot = ?)",
                "SELECT l.slot + 1 FROM lease l WHERE l.server_id = ? AND l.slot >= ? AND l.slot < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM lease n WHERE n.server_id = l.server_id AND n.slot = l.slot + 1)"
                        + " ORDER BY l.slot LIMIT 1",
                true);
    }

    static Slots ofDevices() {
        return new Slots(
                DEVICES,
                "SELECT EXISTS (SELECT 1 FROM device_key WHERE slot = ?)",
                "SELECT l.slot + 1 FROM device_key l WHERE l.slot >= ? AND l.slot < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM device_key n WHERE n.slot = l.slot + 1)"
                        + " ORDER BY l.slot LIMIT 1",
                false);
    }

    /// Takes a slot; empty when all are in use.
    Optional<Integer> take(Sql sql, TunnelNetwork network) {
        var last = sql.cursors().of(sql, pool);
        var start = last < network.lastSlot() ? Math.max(last + 1, TunnelNetwork.FIRST_SLOT) : TunnelNetwork.FIRST_SLOT;
        var slot =
                firstFree(sql, start, network.lastSlot()).or(() -> firstFree(sql, TunnelNetwork.FIRST_SLOT, start - 1));
        slot.ifPresent(free -> sql.cursors().move(pool, free));
        return slot;
    }

    private Optional<Integer> firstFree(Sql sql, int from, int to) {
        if (from > to) {
            return Optional.empty();
        }
        if (!(perServer ? sql.holds(taken, pool, from) : sql.holds(taken, from))) {
            return Optional.of(from);
        }
        return perServer
                ? sql.first(gap, row -> row.getInt(1), pool, from, to)
                : sql.first(gap, row -> row.getInt(1), from, to);
    }
}
