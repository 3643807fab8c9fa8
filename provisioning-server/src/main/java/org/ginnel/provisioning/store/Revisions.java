// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

/// The numbers of changes. One sequence for the whole service, so that the state of every gateway has a number that
/// grows. Whoever writes is alone until the commit, so within a transaction the sequence is read once, counted in
/// memory, and written down at the end.
final class Revisions {
    private static final long UNREAD = -1;

    private long last = UNREAD;
    private boolean moved;

    /// The next number, inside the transaction that makes the change: nobody sees it before its change.
    static long next(Sql sql) {
        return sql.revisions().take(sql);
    }

    private long take(Sql sql) {
        if (last == UNREAD) {
            last = sql.number("SELECT value FROM counter WHERE name = 'revision'");
        }
        moved = true;
        return ++last;
    }

    /// Before the commit.
    void settle(Sql sql) {
        if (moved) {
            sql.update("UPDATE counter SET value = ? WHERE name = 'revision'", last);
        }
        forget();
    }

    /// After a transaction that was not committed.
    void forget() {
        last = UNREAD;
        moved = false;
    }
}
