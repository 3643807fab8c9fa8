// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers every call there is, in JSON, whatever happens. Blocks its caller; any number of threads may call.
public final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private final Map<String, Map<String, Function<Call, Answer>>> routes;
    private final JsonBodies json;
    private final RandomGenerator random;

    Api(Map<String, Map<String, Function<Call, Answer>>> routes, JsonBodies json, RandomGenerator random) {
        this.routes = routes;
        this.json = json;
        this.random = random;
    }

    /// The answer to a call, with an `X-Request-Id` that the log has too. Addresses, keys and names are not logged.
    public Answer handle(Call call) {
        var started = System.nanoTime();
        var requestId = HexFormat.of().toHexDigits(random.nextLong());
        var methods = routes.get(call.path());
        var answer = withId(answer(call, methods, requestId), requestId);
        LOG.atInfo()
                .addKeyValue("request_id", requestId)
                .addKeyValue("call", methods == null ? "unknown" : call.path())
                .addKeyValue("status", answer.status())
                .addKeyValue("ms", (System.nanoTime() - started) / 1_000_000)
                .log("call");
        return answer;
    }

    /// The answer to what never became a call, such as bytes that are no HTTP.
    public Answer refuse(Problem problem) {
        var requestId = HexFormat.of().toHexDigits(random.nextLong());
        return withId(refuse(new Refusal(problem), requestId), requestId);
    }

    private Answer answer(Call call, @Nullable Map<String, Function<Call, Answer>> methods, String requestId) {
        try {
            if (methods == null) {
                throw new Refusal(Problem.NOT_FOUND);
            }
            var endpoint = methods.get(call.method());
            if (endpoint == null) {
                var allowed = String.join(", ", new TreeMap<>(methods).keySet());
                throw new Refusal(Problem.WRONG_METHOD, Map.of("Allow", allowed));
            }
            return endpoint.apply(call);
        } catch (Refusal refusal) {
            return refuse(refusal, requestId);
        } catch (IncompleteBodyException e) {
            return refuse(new Refusal(Problem.INCOMPLETE), requestId);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("request_id", requestId).setCause(e).log("call failed");
            return refuse(new Refusal(Problem.INTERNAL), requestId);
        }
    }

    private Answer refuse(Refusal refusal, String requestId) {
        var problem = refusal.problem();
        var body = json.newObject()
                .put("error", problem.error())
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("request_id", requestId);
        return new Answer(problem.status(), refusal.headers(), json.write(body));
    }

    private static Answer withId(Answer answer, String requestId) {
        var headers = new HashMap<>(answer.headers());
        headers.put("X-Request-Id", requestId);
        return new Answer(answer.status(), headers, answer.json());
    }
}
