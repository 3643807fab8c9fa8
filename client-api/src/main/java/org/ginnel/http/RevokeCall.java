// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/// `POST /api/revoke`.
record RevokeCall(String clientName) implements ApiCall<Revoked> {
    @Override
    public String path() {
        return "/api/revoke";
    }

    @Override
    public Optional<JsonNode> body() {
        return Optional.of(JsonNodeFactory.instance.objectNode().put("client_name", clientName));
    }

    @Override
    public ApiResult<Revoked> read(JsonFields answer) throws UnexpectedAnswerException {
        answer.requireTrue("success");
        return new ApiResult.Ok<>(new Revoked(answer.label("message", 200)));
    }
}
