// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.factor.FactorSeal;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.Health;
import org.ginnel.provisioning.store.Stores;

/// Which call is answered by what: the whole surface on one page.
///
/// @param development also hands out keys to whoever asks
/// @param pollWait how long an agent's call may wait for a change
public record Routes(
        LegacyKeys keys,
        FactorSeal seal,
        Stores stores,
        Supplier<Fleet> fleet,
        Provisioning provisioning,
        Devices devices,
        AgentDesk desk,
        boolean development,
        Duration pollWait,
        Clock clock,
        LongSupplier nanoTime,
        SecureRandom random) {

    /// The surface, ready to serve.
    public Api api() {
        var counts = new CallCounts();
        return new Api(table(counts), new JsonBodies(), random, counts);
    }

    RouteTable table(CallCounts counts) {
        var json = new JsonBodies();
        var guard = new Guard(
                keys,
                stores.tokens(),
                stores.accounts(),
                fleet,
                new FailedAttempts(nanoTime),
                new RateLimits(nanoTime));
        var table = new RouteTable();
        var serverJson = new ServerJson(stores.servers(), desk);
        legacy(table, guard, serverJson, json);
        table.add("GET", "/api/v1/relays", new RelaysApi(guard, fleet, serverJson, json)::relays);
        v1(table, guard, json);
        admin(table, guard, json);
        var agent = new AgentApi(guard, desk, fleet, stores.usage(), pollWait, json);
        table.add("GET", "/agent/v1/peers", agent::peers);
        table.add("POST", "/agent/v1/applied", agent::applied);
        table.add("POST", "/agent/v1/use", agent::use);
        table.add("GET", "/metrics", new MetricsApi(guard, desk, counts)::metrics);
        return table;
    }

    private void legacy(RouteTable table, Guard guard, ServerJson serverJson, JsonBodies json) {
        var legacy = new LegacyApi(
                guard, fleet, provisioning, serverJson, json, new Health(stores.database(), nanoTime), clock);
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
        var deviceJson = new DeviceJson(devices, clock);
        var own = new DevicesApi(guard, devices, stores.usage(), deviceJson, json);
        var account = new AccountApi(
                guard, fleet, devices, stores.leases(), stores.tokens(), stores.usage(), deviceJson, json);
        table.add("GET", "/api/v1/openapi.json", new OpenApi(guard)::document);
        table.add("GET", "/api/v1/account", ok(json, account::account));
        table.add("GET", "/api/v1/devices", ok(json, own::list));
        table.add("POST", "/api/v1/devices", own::register);
        table.add("GET", "/api/v1/devices/{id}", ok(json, own::find));
        table.add("DELETE", "/api/v1/devices/{id}", own::remove);
        table.add("GET", "/api/v1/devices/{id}/usage", ok(json, own::usage));
        table.add("PUT", "/api/v1/devices/{id}/public-key", ok(json, own::rotate));
        table.add("POST", "/api/v1/devices/{id}/psk", ok(json, own::protect));
    }

    private void admin(RouteTable table, Guard guard, JsonBodies json) {
        var factor = new SecondFactor(stores.factors(), seal, clock, random, nanoTime);
        var admin = new AdminApi(guard, factor, stores, desk, clock, random, json);
        table.add("POST", "/api/v1/admin/session", admin::login);
        table.add("DELETE", "/api/v1/admin/session", admin::logout);
        table.add("GET", "/api/v1/admin/tokens", admin::tokens);
        table.add("POST", "/api/v1/admin/tokens", admin::createToken);
        table.add("DELETE", "/api/v1/admin/tokens/{id}", admin::revokeToken);
        table.add("GET", "/api/v1/admin/devices", admin::devices);
        table.add("DELETE", "/api/v1/admin/devices/{id}", admin::removeDevice);
        table.add("GET", "/api/v1/admin/servers", admin::servers);
        table.add("POST", "/api/v1/admin/plan", admin::plan);
        table.add("POST", "/api/v1/admin/apply", admin::apply);
        table.add("GET", "/api/v1/admin/audit", admin::audit);
    }

    private static Function<Call, Answer> ok(JsonBodies json, Endpoint endpoint) {
        return call -> new Answer(200, Map.of(), json.write(endpoint.answer(call)));
    }
}
