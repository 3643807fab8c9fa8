// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.key.TokenRecord;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.TokenStore;

/// `GET /api/v1/account`: tier, limits, usage, and everything that the operator holds about the user.
final class AccountApi {
    private final Guard guard;
    private final Fleet fleet;
    private final Devices devices;
    private final LeaseStore leases;
    private final TokenStore tokens;
    private final DeviceJson deviceJson;
    private final JsonBodies json;

    AccountApi(
            Guard guard,
            Fleet fleet,
            Devices devices,
            LeaseStore leases,
            TokenStore tokens,
            DeviceJson deviceJson,
            JsonBodies json) {
        this.guard = guard;
        this.fleet = fleet;
        this.devices = devices;
        this.leases = leases;
        this.tokens = tokens;
        this.deviceJson = deviceJson;
        this.json = json;
    }

    ObjectNode account(Call call) {
        var caller = guard.caller(call, Permission.ACCOUNT_READ);
        var tier = fleet.describe(caller.tier());
        var owned = devices.list(caller);
        var peers = leases.ofUser(caller.user());
        var root = json.newObject().put("user", caller.user());
        root.putObject("tier").put("id", tier.id()).put("name", tier.name()).put("description", tier.description());
        root.putObject("limits").put("devices", fleet.maxDevices()).put("servers", tier.maxServers());
        root.putObject("usage").put("devices", owned.size()).put("legacy_peers", peers.size());
        var held = root.putObject("held");
        var list = held.putArray("devices");
        owned.forEach(device -> deviceJson.write(device, list.addObject()));
        var names = held.putArray("legacy_peers");
        peers.forEach(lease -> names.addObject()
                .put("client_name", lease.clientName())
                .put("server", lease.serverId())
                .put("public_key", lease.publicKey().base64()));
        tokens(caller.user(), held.putArray("tokens"));
        return root;
    }

    private void tokens(String user, ArrayNode into) {
        tokens.list(Optional.of(user)).forEach(token -> write(token, into.addObject()));
    }

    /// What is kept of a token, which is nothing that opens anything.
    static void write(TokenRecord token, ObjectNode into) {
        into.put("id", token.id())
                .put("name", token.name())
                .put("created", token.createdAt().toString());
        var scopes = into.putArray("scopes");
        token.permissions().stream().map(Permission::word).sorted().forEach(scopes::add);
        token.expiresAt().ifPresent(time -> into.put("expires", time.toString()));
        token.lastUsedAt().ifPresent(time -> into.put("last_used", time.toString()));
        token.revokedAt().ifPresent(time -> into.put("revoked", time.toString()));
    }
}
