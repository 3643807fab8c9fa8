// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.provisioning.store.TokenStore;

/// Which call is answered by what: the whole surface on one page.
///
/// @param development also hands out keys to whoever asks
/// @param pollWait how long an agent's call may wait for a change
public record Routes(
        LegacyKeys keys,
        TokenStore tokens,
        Fleet fleet,
        Provisioning provisioning,
        Devices devices,
        LeaseStore leases,
        ServerStore servers,
        AgentDesk desk,
        boolean development,
        Duration pollWait,
        Clock clock,
        LongSupplier nanoTime,
        RandomGenerator random) {

    /// The surface, ready to serve.
    public Api api() {
        var counts = new CallCounts();
        return new Api(table(counts), new JsonBodies(), random, counts);
    }

    RouteTable table(CallCounts counts) {
        var json = new JsonBodies();
        var guard = new Guard(keys, tokens, fleet, new FailedAttempts(nanoTime), new RateLimits(nanoTime));
        var table = new RouteTable();
        legacy(table, guard, json);
        v1(table, guard, json);
        var agent = new AgentApi(guard, desk, pollWait, json);
        table.add("GET", "/agent/v1/peers", agent::peers);
        table.add("POST", "/agent/v1/applied", agent::applied);
        table.add("GET", "/metrics", new MetricsApi(guard, desk, counts)::metrics);
        return table;
    }

    private void legacy(RouteTable table, Guard guard, JsonBodies json) {
        var legacy = new LegacyApi(guard, fleet, provisioning, new ServerJson(servers), json, clock);
        table.add("GET", "/api/health", ok(json, legacy::health));
        table.add("GET", "/api/whoami", ok(json, legacy::whoami));
        table.add("GET", "/api/servers", ok(json, legacy::servers));
        table.add("POST", "/api/provision", ok(json, legacy::provision));
        table.add("POST", "/api/revoke", ok(json, legacy::revoke));
        if (development) {
            table.add("POST", "/api/generate-api-key", ok(json, new KeyApi(keys, json)::generate));
        }
    }

    private void v1(RouteTable table, Guard guard, JsonBodies json) {
        var relays = new RelaysApi(guard, fleet, servers, json);
        var own = new DevicesApi(guard, devices, json);
        var account = new AccountApi(guard, fleet, devices, leases, tokens, new DeviceJson(devices), json);
        table.add("GET", "/api/v1/openapi.json", new OpenApi(guard)::document);
        table.add("GET", "/api/v1/relays", relays::relays);
        table.add("GET", "/api/v1/account", ok(json, account::account));
        table.add("GET", "/api/v1/devices", ok(json, own::list));
        table.add("POST", "/api/v1/devices", own::register);
        table.add("GET", "/api/v1/devices/{id}", ok(json, own::find));
        table.add("DELETE", "/api/v1/devices/{id}", own::remove);
        table.add("PUT", "/api/v1/devices/{id}/public-key", ok(json, own::rotate));
        table.add("POST", "/api/v1/devices/{id}/psk", ok(json, own::protect));
    }

    private static Function<Call, Answer> ok(JsonBodies json, Endpoint endpoint) {
        return call -> new Answer(200, Map.of(), json.write(endpoint.answer(call)));
    }
}
