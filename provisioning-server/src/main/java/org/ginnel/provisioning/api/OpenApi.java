// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// `GET /api/v1/openapi.json`: the description of `/api/v1`, which the tests hold true.
final class OpenApi {
    private final Guard guard;
    private final String text;

    OpenApi(Guard guard) {
        this.guard = guard;
        this.text = text();
    }

    Answer document(Call call) {
        guard.anybody(call);
        return new Answer(200, Map.of("Cache-Control", "public, max-age=3600"), text);
    }

    private static String text() {
        try (var in = OpenApi.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
