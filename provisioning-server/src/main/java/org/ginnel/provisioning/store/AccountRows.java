// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.fleet.UserTerms;
import org.ginnel.provisioning.key.Caller;

/// The statements on what the operator says of users. Who is taken out is kept as such, so that other processes
/// hear of it.
final class AccountRows {
    private static final String SELECT = "SELECT user_id, tier, max_devices, suspended, listed, revision FROM account ";

    private AccountRows() {}

    static List<Row> after(Sql sql, long revision) {
        return sql.list(SELECT + "WHERE revision > ? ORDER BY revision", AccountRows::read, revision);
    }

    static List<UserTerms> listed(Sql sql) {
        return sql.list(SELECT + "WHERE listed = 1 ORDER BY user_id", AccountRows::read).stream()
                .map(Row::terms)
                .toList();
    }

    static boolean isSuspended(Sql sql, String user) {
        return sql.holds(
                "SELECT EXISTS (SELECT 1 FROM account WHERE user_id = ? AND listed = 1 AND suspended = 1)", user);
    }

    static void put(Sql sql, UserTerms user) {
        write(sql, user, true);
    }

    static void takeOut(Sql sql, UserTerms user) {
        write(sql, user, false);
    }

    private static void write(Sql sql, UserTerms user, boolean listed) {
        sql.update(
                "INSERT INTO account (user_id, tier, max_devices, suspended, listed, revision)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE SET tier = excluded.tier,"
                        + " max_devices = excluded.max_devices, suspended = excluded.suspended,"
                        + " listed = excluded.listed, revision = excluded.revision",
                user.id(),
                user.user().tier(),
                user.maxDevices().orElse(null),
                user.suspended(),
                listed,
                Revisions.next(sql));
    }

    private static Row read(ResultSet row) throws SQLException {
        var most = row.getInt(3);
        return new Row(
                new UserTerms(
                        new Caller(row.getString(1), row.getString(2)),
                        most == 0 ? Optional.empty() : Optional.of(most),
                        row.getLong(4) != 0),
                row.getLong(5) != 0,
                row.getLong(6));
    }

    /// @param listed whether the operator still says so
    record Row(UserTerms terms, boolean listed, long revision) {}
}
