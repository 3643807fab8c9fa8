// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.fleet.Blueprint;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.store.StoreException;
import org.ginnel.provisioning.store.Stores;

/// Does it on the database itself, in the name of somebody.
public final class AdminDesk implements Administration {
    private final Stores stores;
    private final Clock clock;
    private final SecureRandom random;
    private final String actor;

    /// @param stores not closed with this
    /// @param actor who does it, as the record names it
    public AdminDesk(Stores stores, Clock clock, SecureRandom random, String actor) {
        this.stores = stores;
        this.clock = clock;
        this.random = random;
        this.actor = actor;
    }

    @Override
    public JsonNode tokens(Optional<String> user) {
        var root = AdminJson.object();
        var list = root.putArray("tokens");
        for (var token : stores.tokens().list(user)) {
            var node = list.addObject()
                    .put("user", token.caller().user())
                    .put("tier", token.caller().tier());
            AdminJson.write(token, node);
            var valid = token.isValid(clock.instant());
            node.put("state", token.revokedAt().isPresent() ? "revoked" : valid ? "valid" : "expired");
        }
        return root;
    }

    @Override
    public JsonNode createToken(TokenWish wish) {
        var token = AccessToken.generate(random);
        var ends = wish.days().map(days -> clock.instant().plus(Duration.ofDays(days)));
        stores.tokens().create(token, caller(wish), permissions(wish), wish.name(), ends, actor);
        return AdminJson.object().put("token", token.reveal()).put("id", token.id());
    }

    private static Caller caller(TokenWish wish) {
        try {
            return new Caller(wish.user(), wish.tier());
        } catch (IllegalArgumentException e) {
            throw new AdminException(AdminException.Why.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private static Set<Permission> permissions(TokenWish wish) {
        if (wish.scopes().isEmpty()) {
            return Permission.ofUsers();
        }
        var permissions = EnumSet.noneOf(Permission.class);
        for (var scope : wish.scopes()) {
            permissions.add(Permission.of(scope)
                    .orElseThrow(() -> new AdminException(
                            AdminException.Why.WRONG,
                            "'" + scope + "' is no scope. There are relays:read, devices:read, devices:write,"
                                    + " account:read, metrics:read and admin.")));
        }
        return permissions;
    }

    @Override
    public void revokeToken(String id) {
        if (!stores.tokens().revoke(id, actor)) {
            throw new AdminException(
                    AdminException.Why.MISSING, "There is no such token, or it was revoked before: see `token list`.");
        }
    }

    @Override
    public JsonNode devices(String user) {
        var root = AdminJson.object();
        var list = root.putArray("devices");
        for (var device : stores.devices().list(user)) {
            var node = list.addObject()
                    .put("id", device.id())
                    .put("name", device.name())
                    .put("tier", device.tier())
                    .put("public_key", device.key().publicKey().base64())
                    .put("created", device.createdAt().toString())
                    .put("key_created", device.key().createdAt().toString());
            AdminJson.write(stores.usage().ofDevice(device.id()), node.putArray("usage"));
        }
        return root;
    }

    @Override
    public void removeDevice(String user, String id) {
        if (!(stores.devices().remove(user, id, actor) instanceof Change.Done)) {
            throw new AdminException(
                    AdminException.Why.MISSING, "The user has no such device: see `device list --user " + user + "`.");
        }
    }

    @Override
    public JsonNode plan(byte[] blueprint) {
        return AdminJson.steps(stores.fleets().plan(read(blueprint)));
    }

    @Override
    public JsonNode apply(byte[] blueprint, boolean mayRemove) {
        try {
            return AdminJson.steps(stores.fleets().apply(read(blueprint), actor, mayRemove));
        } catch (StoreException e) {
            throw new AdminException(AdminException.Why.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private static Blueprint read(byte[] blueprint) {
        try {
            return Blueprint.parse(blueprint);
        } catch (FleetFileException e) {
            throw new AdminException(
                    AdminException.Why.WRONG, "It cannot be used:\n  " + String.join("\n  ", e.problems()));
        }
    }

    @Override
    public JsonNode record(long after, int most) {
        var root = AdminJson.object();
        var list = root.putArray("entries");
        stores.record().page(after, most).forEach(entry -> AdminJson.write(entry, list.addObject()));
        return root;
    }

    @Override
    public void close() {
        // what it works on is closed by whoever opened it
    }
}
