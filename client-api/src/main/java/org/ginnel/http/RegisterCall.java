// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.ginnel.wireguard.PublicKey;

/// `POST /api/v1/devices`.
record RegisterCall(PublicKey key, String deviceName) implements DeviceChange<Enrolment> {
    private static final int LONGEST_NAME = 64;
    private static final String NAMELESS = "Ginnel";

    @Override
    public String path() {
        return "/api/v1/devices";
    }

    @Override
    public Optional<JsonNode> body() {
        var name = PlainText.of(deviceName, LONGEST_NAME);
        return Optional.of(JsonNodeFactory.instance
                .objectNode()
                .put("public_key", key.base64())
                .put("name", name.isEmpty() ? NAMELESS : name));
    }

    @Override
    public ApiResult<Enrolment> read(JsonFields answer) throws UnexpectedAnswerException {
        return new ApiResult.Ok<>(EnrolmentReader.read(answer, key));
    }
}
