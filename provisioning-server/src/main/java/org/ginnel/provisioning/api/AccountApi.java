// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.provisioning.admin.AdminJson;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.TokenStore;
import org.ginnel.provisioning.store.UsageStore;

/// `GET /api/v1/account`: tier, limits, usage, and everything that the operator holds about the user.
final class AccountApi {
    private final Guard guard;
    private final Supplier<Fleet> fleet;
    private final Devices devices;
    private final LeaseStore leases;
    private final TokenStore tokens;
    private final UsageStore usage;
    private final DeviceJson deviceJson;
    private final JsonBodies json;

    AccountApi(
            Guard guard,
            Supplier<Fleet> fleet,
            Devices devices,
            LeaseStore leases,
            TokenStore tokens,
            UsageStore usage,
            DeviceJson deviceJson,
            JsonBodies json) {
        this.guard = guard;
        this.fleet = fleet;
        this.devices = devices;
        this.leases = leases;
        this.tokens = tokens;
        this.usage = usage;
        this.deviceJson = deviceJson;
        this.json = json;
    }

    ObjectNode account(Call call) {
        var caller = guard.caller(call, Permission.ACCOUNT_READ);
        var tier = fleet.get().describe(caller.tier());
        var owned = devices.list(caller);
        var peers = leases.ofUser(caller.user());
        var root = json.newObject().put("user", caller.user());
        root.putObject("tier").put("id", tier.id()).put("name", tier.name()).put("description", tier.description());
        root.putObject("limits").put("devices", devices.most(caller)).put("servers", tier.maxServers());
        root.putObject("usage").put("devices", owned.size()).put("legacy_peers", peers.size());
        var held = root.putObject("held");
        var list = held.putArray("devices");
        for (var device : owned) {
            var node = deviceJson.write(device, list.addObject());
            AdminJson.write(usage.ofDevice(device.id()), node.putArray("usage"));
        }
        var names = held.putArray("legacy_peers");
        peers.forEach(lease -> names.addObject()
                .put("client_name", lease.clientName())
                .put("server", lease.serverId())
                .put("public_key", lease.publicKey().base64()));
        tokens(caller.user(), held.putArray("tokens"));
        return root;
    }

    private void tokens(String user, ArrayNode into) {
        tokens.list(Optional.of(user)).forEach(token -> AdminJson.write(token, into.addObject()));
    }
}
