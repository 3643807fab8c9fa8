// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.provision.Provisioning;
import org.ginnel.provisioning.store.ServerStore;

/// Which call is answered by what: the whole surface on one page.
///
/// @param development also hands out keys to whoever asks
/// @param pollWait how long an agent's call may wait for a change
public record Routes(
        LegacyKeys keys,
        Fleet fleet,
        Provisioning provisioning,
        ServerStore servers,
        AgentDesk desk,
        boolean development,
        Duration pollWait,
        Clock clock,
        LongSupplier nanoTime,
        RandomGenerator random) {

    /// The surface, ready to serve.
    public Api api() {
        var json = new JsonBodies();
        var guard = new Guard(keys, fleet, new FailedAttempts(nanoTime));
        var legacy = new LegacyApi(guard, fleet, provisioning, new ServerJson(servers), json, clock);
        var agent = new AgentApi(guard, desk, pollWait, json);
        var routes = new HashMap<String, Map<String, Function<Call, Answer>>>();
        routes.put("/api/health", Map.of("GET", ok(json, legacy::health)));
        routes.put("/api/whoami", Map.of("GET", ok(json, legacy::whoami)));
        routes.put("/api/servers", Map.of("GET", ok(json, legacy::servers)));
        routes.put("/api/provision", Map.of("POST", ok(json, legacy::provision)));
        routes.put("/api/revoke", Map.of("POST", ok(json, legacy::revoke)));
        if (development) {
            routes.put("/api/generate-api-key", Map.of("POST", ok(json, new KeyApi(keys, json)::generate)));
        }
        routes.put("/agent/v1/peers", Map.of("GET", agent::peers));
        routes.put("/agent/v1/applied", Map.of("POST", agent::applied));
        return new Api(Map.copyOf(routes), json, random);
    }

    private static Function<Call, Answer> ok(JsonBodies json, Endpoint endpoint) {
        return call -> new Answer(200, Map.of(), json.write(endpoint.answer(call)));
    }
}
