// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.provisioning.admin.AdminDesk;
import org.ginnel.provisioning.admin.AdminException;
import org.ginnel.provisioning.admin.Administration;
import org.ginnel.provisioning.admin.TokenWish;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.store.Stores;

/// `/api/v1/admin`: what an operator does, for tokens of scope `admin` in a session that was opened with a code.
final class AdminApi {
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_BLUEPRINT = 4 << 20;

    private final Guard guard;
    private final SecondFactor factor;
    private final Stores stores;
    private final AgentDesk desk;
    private final Clock clock;
    private final SecureRandom random;
    private final JsonBodies json;

    AdminApi(
            Guard guard,
            SecondFactor factor,
            Stores stores,
            AgentDesk desk,
            Clock clock,
            SecureRandom random,
            JsonBodies json) {
        this.guard = guard;
        this.factor = factor;
        this.stores = stores;
        this.desk = desk;
        this.clock = clock;
        this.random = random;
        this.json = json;
    }

    Answer login(Call call) {
        var holder = guard.admin(call);
        var code = json.object(call).path("code").asText("");
        var opened = factor.open(holder, call, code);
        return new Answer(
                201,
                Map.of(),
                json.write(json.newObject()
                        .put("session", opened.session().reveal())
                        .put("expires", opened.ends().toString())));
    }

    Answer logout(Call call) {
        guard.admin(call);
        factor.end(call);
        return new Answer(204, Map.of(), "");
    }

    Answer tokens(Call call) {
        return answer(200, () -> desk(call).tokens(call.query().apply("user")));
    }

    Answer createToken(Call call) {
        return answer(201, () -> desk(call).createToken(wish(json.object(call))));
    }

    private static TokenWish wish(ObjectNode body) {
        var scopes = new ArrayList<String>();
        body.path("scopes").forEach(scope -> scopes.add(scope.asText("")));
        var days = body.path("expires_in_days");
        try {
            return new TokenWish(
                    body.path("user").asText(""),
                    body.path("tier").asText(""),
                    List.copyOf(scopes),
                    body.path("name").asText(""),
                    days.isMissingNode() ? Optional.empty() : Optional.of(days.asInt(0)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.NOT_POSSIBLE, String.valueOf(e.getMessage()));
        }
    }

    Answer revokeToken(Call call) {
        return nothing(() -> desk(call).revokeToken(call.parameter("id")));
    }

    Answer devices(Call call) {
        return answer(200, () -> desk(call).devices(user(call)));
    }

    Answer removeDevice(Call call) {
        return nothing(() -> desk(call).removeDevice(user(call), call.parameter("id")));
    }

    private static String user(Call call) {
        return call.query().apply("user").orElseThrow(() -> new Refusal(Problem.NOT_POSSIBLE, "user is missing"));
    }

    Answer servers(Call call) {
        desk(call);
        var root = json.newObject();
        var list = root.putArray("servers");
        for (var standing : desk.standings()) {
            var node = list.addObject()
                    .put("id", standing.serverId())
                    .put("peers", standing.peers())
                    .put("behind", standing.behind());
            standing.silence().ifPresent(silence -> node.put("silent_s", silence.toSeconds()));
            standing.load().ifPresent(load -> node.put("load", load));
        }
        return new Answer(200, Map.of(), json.write(root));
    }

    Answer plan(Call call) {
        return answer(200, () -> desk(call).plan(blueprint(call)));
    }

    Answer apply(Call call) {
        var remove = call.query().apply("remove").filter("1"::equals).isPresent();
        return answer(200, () -> desk(call).apply(blueprint(call), remove));
    }

    private static byte[] blueprint(Call call) {
        return call.body()
                .read(MOST_BLUEPRINT)
                .orElseThrow(() -> new Refusal(Problem.NOT_POSSIBLE, "it has more than " + MOST_BLUEPRINT + " bytes"));
    }

    Answer audit(Call call) {
        var after = number(call, "after", 0, Long.MAX_VALUE);
        var limit = (int) number(call, "limit", MOST_ENTRIES, MOST_ENTRIES);
        return answer(200, () -> desk(call).record(after, limit));
    }

    private static long number(Call call, String name, long usual, long most) {
        return call.query()
                .apply(name)
                .map(text -> Optional.of(text)
                        .filter(t -> t.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .filter(number -> number <= most)
                        .orElseThrow(() -> new Refusal(Problem.NOT_POSSIBLE, name + " is a number, at most " + most)))
                .orElse(usual);
    }

    /// Who calls may do all of this, and is named in the record.
    private Administration desk(Call call) {
        var holder = guard.admin(call);
        if (!factor.isOpen(holder, call)) {
            throw new Refusal(Problem.NO_SESSION);
        }
        return new AdminDesk(stores, clock, random, Actor.admin(holder.caller().user()));
    }

    private Answer nothing(Runnable work) {
        try {
            work.run();
            return new Answer(204, Map.of(), "");
        } catch (AdminException e) {
            throw refusal(e);
        }
    }

    private Answer answer(int status, java.util.function.Supplier<JsonNode> work) {
        try {
            return new Answer(status, Map.of(), work.get().toString());
        } catch (AdminException e) {
            throw refusal(e);
        }
    }

    private static Refusal refusal(AdminException e) {
        var problem = switch (e.why()) {
            case WRONG -> Problem.NOT_POSSIBLE;
            case CONFLICT -> Problem.CONFLICT;
            case MISSING -> Problem.NO_SUCH_THING;
            case REFUSED -> Problem.INTERNAL;
        };
        return new Refusal(problem, String.valueOf(e.getMessage()));
    }
}
