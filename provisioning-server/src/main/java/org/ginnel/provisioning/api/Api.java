// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers every call there is, in JSON, whatever happens. Blocks its caller; any number of threads may call.
public final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private static final String V1 = "/api/v1/";

    private final RouteTable routes;
    private final JsonBodies json;
    private final RandomGenerator random;
    private final CallCounts counts;

    Api(RouteTable routes, JsonBodies json, RandomGenerator random, CallCounts counts) {
        this.routes = routes;
        this.json = json;
        this.random = random;
        this.counts = counts;
    }

    /// The answer to a call, with an `X-Request-Id` that the log has too. Addresses, keys and names are not logged.
    public Answer handle(Call call) {
        var started = System.nanoTime();
        var requestId = HexFormat.of().toHexDigits(random.nextLong());
        var found = routes.find(call.path());
        var answer = withId(answer(call, found, requestId), requestId);
        var took = System.nanoTime() - started;
        var route = found.map(RouteTable.Found::template).orElse("unknown");
        counts.count(call.method(), route, answer.status(), took);
        LOG.atInfo()
                .addKeyValue("request_id", requestId)
                .addKeyValue("call", route)
                .addKeyValue("status", answer.status())
                .addKeyValue("ms", took / 1_000_000)
                .log("call");
        return answer;
    }

    /// The answer to what never became a call, such as bytes that are no HTTP.
    public Answer refuse(Problem problem) {
        var requestId = HexFormat.of().toHexDigits(random.nextLong());
        return withId(refuse(new Refusal(problem), "", requestId), requestId);
    }

    private Answer answer(Call call, Optional<RouteTable.Found> found, String requestId) {
        try {
            var route = found.orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
            var endpoint = route.methods().get(call.method());
            if (endpoint == null) {
                var allowed = String.join(", ", new TreeMap<>(route.methods()).keySet());
                throw new Refusal(Problem.WRONG_METHOD, Map.of("Allow", allowed));
            }
            return endpoint.apply(call.with(route.parameters()));
        } catch (Refusal refusal) {
            return refuse(refusal, call.path(), requestId);
        } catch (IncompleteBodyException e) {
            return refuse(new Refusal(Problem.INCOMPLETE), call.path(), requestId);
        } catch (StoreException e) {
            LOG.atError().addKeyValue("request_id", requestId).setCause(e).log("the database did not do it");
            // Clients of the legacy surface know 500 only.
            var refusal = call.path().startsWith(V1)
                    ? new Refusal(Problem.UNHEALTHY, Map.of("Retry-After", "1"))
                    : new Refusal(Problem.INTERNAL);
            return refuse(refusal, call.path(), requestId);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("request_id", requestId).setCause(e).log("call failed");
            return refuse(new Refusal(Problem.INTERNAL), call.path(), requestId);
        }
    }

    /// One shape for all: what the wire contract says, and RFC 9457 besides. Only `/api/v1` calls it by its type,
    /// because clients of the legacy surface look for plain JSON.
    private Answer refuse(Refusal refusal, String path, String requestId) {
        var problem = refusal.problem();
        var body = json.newObject()
                .put("error", problem.error())
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("request_id", requestId);
        var headers = new HashMap<>(refusal.headers());
        if (path.startsWith(V1)) {
            body.put("detail", refusal.detail());
            headers.put("Content-Type", "application/problem+json");
        }
        return new Answer(problem.status(), headers, json.write(body));
    }

    private static Answer withId(Answer answer, String requestId) {
        var headers = new HashMap<>(answer.headers());
        headers.put("X-Request-Id", requestId);
        return new Answer(answer.status(), headers, answer.json());
    }
}
