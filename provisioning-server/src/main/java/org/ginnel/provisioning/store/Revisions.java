// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

/// The numbers of changes. One sequence for the whole service, so that the state of every gateway has a number that
/// grows; taken inside the transaction that makes the change, so that no number is seen before its change.
final class Revisions {
    private Revisions() {}

    static long next(Sql sql) {
        return sql.number("UPDATE counter SET value = value + 1 WHERE name = 'revision' RETURNING value");
    }

    static long current(Sql sql) {
        return sql.number("SELECT value FROM counter WHERE name = 'revision'");
    }
}
