// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.provision.Outcome;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.Health;
import org.ginnel.wireguard.IpLiteral;

/// The calls of the wire contract, section 1, that clients of the reference server make.
final class LegacyApi {
    /// What Python's `datetime.now().isoformat()` writes: local time, no zone.
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private final Guard guard;
    private final Supplier<Fleet> fleet;
    private final Provisioning provisioning;
    private final ServerJson serverJson;
    private final JsonBodies json;
    private final Health health;
    private final Clock clock;

    LegacyApi(
            Guard guard,
            Supplier<Fleet> fleet,
            Provisioning provisioning,
            ServerJson serverJson,
            JsonBodies json,
            Health health,
            Clock clock) {
        this.guard = guard;
        this.fleet = fleet;
        this.provisioning = provisioning;
        this.serverJson = serverJson;
        this.json = json;
        this.health = health;
        this.clock = clock;
    }

    ObjectNode health(Call call) {
        if (!health.isGood()) {
            throw new Refusal(Problem.UNHEALTHY);
        }
        return json.newObject()
                .put("status", "healthy")
                .put("timestamp", LocalDateTime.now(clock).format(TIMESTAMP));
    }

    /// Where the request came from: behind a tunnel, the tunnel's exit.
    ObjectNode whoami(Call call) {
        return json.newObject().put("address", IpLiteral.format(call.remote()));
    }

    ObjectNode servers(Call call) {
        var caller = guard.caller(call, Permission.RELAYS_READ);
        var tier = fleet.get().describe(caller.tier());
        var root = json.newObject();
        serverJson.write(fleet.get().visibleTo(caller.tier()), root.putArray("servers"));
        root.put("tier", tier.id());
        root.putObject("tier_info")
                .put("name", tier.name())
                .put("max_servers", tier.maxServers())
                .put("description", tier.description());
        return root;
    }

    ObjectNode provision(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_WRITE);
        var wish = WishReader.read(call, json.object(call));
        return switch (provisioning.provision(caller, wish)) {
            case Outcome.Provisioned done -> provisioned(done, caller.tier());
            case Outcome.NoServers() -> throw new Refusal(Problem.NO_SERVERS);
            case Outcome.NotAllowed() -> throw new Refusal(Problem.TIER_EXCLUDES_SERVER);
            case Outcome.KeyTaken() -> throw new Refusal(Problem.PUBLIC_KEY_IN_USE);
            case Outcome.Failed() -> throw new Refusal(Problem.PROVISION_FAILED);
        };
    }

    private ObjectNode provisioned(Outcome.Provisioned done, String tier) {
        var root = json.newObject()
                .put("success", true)
                .put("config", done.config())
                .put("client_name", done.clientName());
        serverJson.write(done.gateway(), root.putObject("server"));
        serverJson.write(fleet.get().visibleTo(tier), root.putArray("available_servers"));
        return root;
    }

    ObjectNode revoke(Call call) {
        var caller = guard.caller(call, Permission.DEVICES_WRITE);
        var name = json.object(call).path("client_name").asText("");
        if (name.isEmpty()) {
            throw new Refusal(Problem.CLIENT_NAME_REQUIRED);
        }
        return switch (provisioning.revoke(caller, name)) {
            case REVOKED ->
                json.newObject().put("success", true).put("message", "Client " + name + " revoked successfully");
            case NOT_YOURS -> throw new Refusal(Problem.NOT_YOUR_CLIENT);
            case GATEWAY_AWAY -> throw new Refusal(Problem.REVOKE_FAILED);
        };
    }
}
