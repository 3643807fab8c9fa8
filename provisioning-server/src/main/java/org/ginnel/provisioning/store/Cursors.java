// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.HashMap;
import java.util.Map;

/// The last slot that was given of each pool. Whoever writes is alone until the commit, so within a transaction it
/// is read once, moved in memory, and written down at the end. A slot that was taken in vain is passed over.
final class Cursors {
    private final Map<String, Integer> moved = new HashMap<>();

    /// Where the pool stands, inside the transaction.
    int of(Sql sql, String pool) {
        var known = moved.get(pool);
        return known == null ? Math.toIntExact(sql.number("SELECT last_slot FROM server WHERE id = ?", pool)) : known;
    }

    void move(String pool, int slot) {
        moved.put(pool, slot);
    }

    /// Before the commit.
    void settle(Sql sql) {
        moved.forEach((pool, slot) -> sql.update("UPDATE server SET last_slot = ? WHERE id = ?", slot, pool));
        forget();
    }

    /// After a transaction that was not committed.
    void forget() {
        moved.clear();
    }

    /// The pool begins anew.
    void forget(String pool) {
        moved.remove(pool);
    }
}
