// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Holder;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.key.TokenRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tokens, of which only the id and a hash are kept. Checked in memory; a token that is made or revoked, here or by
/// another process, counts from the commit on.
public final class TokenStore {
    private static final Logger LOG = LoggerFactory.getLogger(TokenStore.class);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final String SELECT = "SELECT id, secret_hash, user_id, tier, scopes, name, created_at, expires_at,"
            + " last_used_at, revoked_at, revision FROM token ";

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Kept> tokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private long seen = -1;

    public TokenStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.run(this::refresh);
        database.afterCommit(this::refresh);
    }

    private long refresh(Sql sql) {
        for (var kept : sql.list(SELECT + "WHERE revision > ? ORDER BY revision", TokenStore::read, seen)) {
            tokens.put(kept.token().id(), kept);
            seen = kept.revision();
        }
        return seen;
    }

    /// Keeps a new token that the operator made.
    public TokenRecord create(
            AccessToken token, Caller caller, Set<Permission> permissions, String name, Optional<Instant> expiresAt) {
        return create(token, caller, permissions, name, expiresAt, Actor.OPERATOR);
    }

    /// Keeps a new token.
    ///
    /// @param actor who makes it, as the record names it
    public TokenRecord create(
            AccessToken token,
            Caller caller,
            Set<Permission> permissions,
            String name,
            Optional<Instant> expiresAt,
            String actor) {
        var scopes = permissions.stream().map(Permission::word).sorted().collect(Collectors.joining(" "));
        return database.run(sql -> {
            sql.update(
                    "INSERT INTO token (id, secret_hash, user_id, tier, scopes, name, created_at, expires_at, revision)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    token.id(),
                    token.hash(),
                    caller.user(),
                    caller.tier(),
                    scopes,
                    name,
                    clock.millis(),
                    expiresAt.map(Instant::toEpochMilli).orElse(null),
                    Revisions.next(sql));
            Journal.write(
                    sql,
                    clock.millis(),
                    actor,
                    "token.created",
                    "token:" + token.id(),
                    "user",
                    caller.user(),
                    "scopes",
                    scopes);
            return find(sql, token.id()).orElseThrow();
        });
    }

    private static Optional<TokenRecord> find(Sql sql, String id) {
        return sql.first(SELECT + "WHERE id = ?", TokenStore::read, id).map(Kept::token);
    }

    /// Who holds the token; empty when we did not make it, or it ended.
    public Optional<Holder> verify(AccessToken token) {
        var kept = Optional.ofNullable(tokens.get(token.id()));
        var now = clock.instant();
        var holder = kept.filter(k -> MessageDigest.isEqual(HexFormat.of().parseHex(k.hash()), token.hash()))
                .map(Kept::token)
                .filter(record -> record.isValid(now))
                .map(record -> new Holder(record.caller(), record.permissions(), "gk:" + record.id()));
        holder.ifPresent(_ -> noteUse(token.id(), now));
        return holder;
    }

    private void noteUse(String id, Instant now) {
        var before = used.get(id);
        if (before != null && Duration.between(before, now).compareTo(USE_NOTED_EVERY) < 0) {
            return;
        }
        used.put(id, now);
        try {
            database.run(sql -> sql.update("UPDATE token SET last_used_at = ? WHERE id = ?", now.toEpochMilli(), id));
        } catch (StoreException e) {
            LOG.atWarn().setCause(e).log("the use of a token could not be noted");
        }
    }

    /// The tokens of a user, or everybody's, in the order they were made.
    public List<TokenRecord> list(Optional<String> user) {
        return database
                .run(sql -> user.isPresent()
                        ? sql.list(SELECT + "WHERE user_id = ? ORDER BY created_at, id", TokenStore::read, user.get())
                        : sql.list(SELECT + "ORDER BY created_at, id", TokenStore::read))
                .stream()
                .map(Kept::token)
                .toList();
    }

    /// Ends a token for good, as the operator.
    ///
    /// @return false when there is none, or it was revoked before
    public boolean revoke(String id) {
        return revoke(id, Actor.OPERATOR);
    }

    /// Ends a token for good.
    ///
    /// @param actor who does it, as the record names it
    /// @return false when there is none, or it was revoked before
    public boolean revoke(String id, String actor) {
        return database.run(sql -> revoke(sql, id, actor, clock.millis()));
    }

    /// Ends every token of a user.
    static void revokeAll(Sql sql, String user, String actor, long now) {
        sql.list("SELECT id FROM token WHERE user_id = ? AND revoked_at IS NULL", row -> row.getString(1), user)
                .forEach(id -> revoke(sql, id, actor, now));
    }

    private static boolean revoke(Sql sql, String id, String actor, long now) {
        var changed = sql.update(
                "UPDATE token SET revoked_at = ?, revision = ? WHERE id = ? AND revoked_at IS NULL",
                now,
                Revisions.next(sql),
                id);
        if (changed > 0) {
            sql.update("DELETE FROM admin_session WHERE token_id = ?", id);
            Journal.write(sql, now, actor, "token.revoked", "token:" + id);
        }
        return changed > 0;
    }

    private static Kept read(ResultSet row) throws SQLException {
        var permissions = Arrays.stream(row.getString(5).split(" ", -1))
                .flatMap(word -> Permission.of(word).stream())
                .collect(Collectors.toSet());
        return new Kept(
                HexFormat.of().formatHex(row.getBytes(2)),
                row.getLong(11),
                new TokenRecord(
                        row.getString(1),
                        new Caller(row.getString(3), row.getString(4)),
                        permissions,
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7)),
                        DeviceRows.time(row.getObject(8)),
                        DeviceRows.time(row.getObject(9)),
                        DeviceRows.time(row.getObject(10))));
    }

    private record Kept(String hash, long revision, TokenRecord token) {}
}
