// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/// Reads bodies that may be hostile and writes ours.
final class JsonBodies {
    /// Longest body read, in bytes.
    static final int LIMIT = 64 << 10;

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// The body as an object.
    ///
    /// @throws Refusal when it is none: 415, 413 or 400
    ObjectNode object(Call call) {
        try {
            if (json.readTree(bytes(call)) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new Refusal(Problem.BAD_JSON);
        }
        throw new Refusal(Problem.BAD_JSON);
    }

    /// The body as it is, if it says that it is JSON.
    byte[] bytes(Call call) {
        if (call.header().apply("Content-Type").filter(JsonBodies::isJson).isEmpty()) {
            throw new Refusal(Problem.NOT_JSON);
        }
        return call.body().read(LIMIT).orElseThrow(() -> new Refusal(Problem.TOO_LARGE));
    }

    private static boolean isJson(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    ObjectNode newObject() {
        return json.createObjectNode();
    }

    String write(ObjectNode object) {
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has JSON", e);
        }
    }
}
