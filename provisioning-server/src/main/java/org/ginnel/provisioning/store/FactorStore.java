// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.factor.RecoveryCode;
import org.ginnel.provisioning.factor.SessionToken;

/// Second factors and the sessions that were opened with them. A code is taken once, whichever node it is shown to;
/// every session, and every code that was not taken, has its entry in the record.
public final class FactorStore {
    private static final Duration SESSION = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;

    public FactorStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Gives the user a second factor, instead of the one it has. Its sessions end.
    ///
    /// @param sealed never the secret itself
    public void enroll(String user, byte[] sealed, List<RecoveryCode> codes) {
        database.run(sql -> {
            forget(sql, user);
            sql.update(
                    "INSERT INTO second_factor (user_id, secret, last_step, created_at) VALUES (?, ?, 0, ?)",
                    user,
                    sealed,
                    clock.millis());
            codes.forEach(
                    code -> sql.update("INSERT INTO recovery_code (user_id, hash) VALUES (?, ?)", user, code.hash()));
            return journal(sql, Actor.OPERATOR, "admin.enrolled", user);
        });
    }

    /// Takes the user's second factor away: over HTTP it administers nothing any more.
    ///
    /// @return false when it has none
    public boolean remove(String user) {
        return database.run(sql -> forget(sql, user) > 0 && journal(sql, Actor.OPERATOR, "admin.removed", user));
    }

    private static int forget(Sql sql, String user) {
        sql.update("DELETE FROM recovery_code WHERE user_id = ?", user);
        sql.update("DELETE FROM admin_session WHERE user_id = ?", user);
        return sql.update("DELETE FROM second_factor WHERE user_id = ?", user);
    }

    /// The user's sealed secret.
    public Optional<byte[]> sealed(String user) {
        return database.run(
                sql -> sql.first("SELECT secret FROM second_factor WHERE user_id = ?", row -> row.getBytes(1), user));
    }

    /// Opens a session with a code of that step.
    ///
    /// @return when it ends; empty when a code of that step, or a later one, was taken before
    public Optional<Instant> open(String user, String tokenId, long step, SessionToken session, String from) {
        return database.run(sql -> {
            var taken = sql.update(
                    "UPDATE second_factor SET last_step = ? WHERE user_id = ? AND last_step < ?", step, user, step);
            return taken > 0 ? open(sql, user, tokenId, session, "code", from) : refused(sql, user, from);
        });
    }

    /// Opens a session with a code that is good once.
    ///
    /// @return when it ends; empty when it is none of the user's, or was taken before
    public Optional<Instant> open(String user, String tokenId, RecoveryCode code, SessionToken session, String from) {
        return database.run(sql -> {
            var taken = sql.update("DELETE FROM recovery_code WHERE user_id = ? AND hash = ?", user, code.hash());
            return taken > 0 ? open(sql, user, tokenId, session, "recovery code", from) : refused(sql, user, from);
        });
    }

    /// Notes a code that was wrong.
    public void refused(String user, String from) {
        database.run(sql -> refused(sql, user, from));
    }

    private Optional<Instant> refused(Sql sql, String user, String from) {
        journal(sql, Actor.admin(user), "admin.code-refused", user, "from", from);
        return Optional.empty();
    }

    private Optional<Instant> open(
            Sql sql, String user, String tokenId, SessionToken session, String with, String from) {
        var end = clock.instant().plus(SESSION);
        sql.update("DELETE FROM admin_session WHERE expires_at < ?", clock.millis());
        sql.update(
                "INSERT INTO admin_session (hash, token_id, user_id, expires_at) VALUES (?, ?, ?, ?)",
                session.hash(),
                tokenId,
                user,
                end.toEpochMilli());
        journal(sql, Actor.admin(user), "admin.session-opened", user, "with", with, "from", from);
        return Optional.of(end);
    }

    /// Whether the session was opened with that token and goes on.
    public boolean isOpen(SessionToken session, String tokenId) {
        return database.run(sql -> sql.holds(
                "SELECT EXISTS (SELECT 1 FROM admin_session WHERE hash = ? AND token_id = ? AND expires_at > ?)",
                session.hash(),
                tokenId,
                clock.millis()));
    }

    public void end(SessionToken session) {
        database.run(sql -> sql.update("DELETE FROM admin_session WHERE hash = ?", (Object) session.hash()));
    }

    private boolean journal(Sql sql, String actor, String action, String user, String... detail) {
        Journal.write(sql, clock.millis(), actor, action, "admin:" + user, detail);
        return true;
    }
}
