// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;

/// `POST /api/generate-api-key`: a key for whoever asks. Exists in development mode only.
final class KeyApi {
    private final LegacyKeys keys;
    private final JsonBodies json;

    KeyApi(LegacyKeys keys, JsonBodies json) {
        this.keys = keys;
        this.json = json;
    }

    /// Defaults and the unknown tier are those of the reference server.
    ObjectNode generate(Call call) {
        var body = json.object(call);
        var user = body.path("user_id").asText("demo_user");
        var tier = body.path("tier").asText("basic").equals("pro") ? "pro" : "basic";
        return json.newObject()
                .put("api_key", keys.mint(caller(user, tier)))
                .put("user_id", user)
                .put("tier", tier)
                .put("note", "Save this API key - it will be used in the desktop app");
    }

    private static Caller caller(String user, String tier) {
        try {
            return new Caller(user, tier);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.BAD_USER);
        }
    }
}
