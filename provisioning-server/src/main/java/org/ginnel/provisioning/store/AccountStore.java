// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ginnel.provisioning.fleet.UserTerms;
import org.ginnel.provisioning.key.Caller;

/// What the operator says of users. Known in memory; what is applied, here or by another process, counts from the
/// commit on. A user of whom nothing is said is whoever the key says.
public final class AccountStore {
    private final Map<String, UserTerms> users = new ConcurrentHashMap<>();
    private final Database database;
    private long seen = -1;

    public AccountStore(Database database) {
        this.database = database;
        database.run(this::refresh);
        database.afterCommit(this::refresh);
    }

    private long refresh(Sql sql) {
        for (var row : AccountRows.after(sql, seen)) {
            if (row.listed()) {
                users.put(row.terms().id(), row.terms());
            } else {
                users.remove(row.terms().id());
            }
            seen = row.revision();
        }
        return seen;
    }

    /// What is said of a user.
    public Optional<UserTerms> find(String user) {
        return Optional.ofNullable(users.get(user));
    }

    /// The caller with the tier that the operator gives it.
    public Caller settle(Caller caller) {
        return find(caller.user()).map(UserTerms::user).orElse(caller);
    }

    /// Everybody of whom something is said, by id.
    public List<UserTerms> list() {
        return database.run(AccountRows::listed);
    }
}
