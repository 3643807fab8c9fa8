// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Optional;
import org.ginnel.json.Json;

/// `POST /api/revoke`.
record RevokeCall(String clientName) implements ApiCall<Revoked> {
    @Override
    public String path() {
        return "/api/revoke";
    }

    @Override
    public Optional<Json> body() {
        return Optional.of(Json.Fields.none().with("client_name", clientName));
    }

    @Override
    public ApiResult<Revoked> read(JsonFields answer) throws UnexpectedAnswerException {
        answer.requireTrue("success");
        return new ApiResult.Ok<>(new Revoked(answer.label("message", 200)));
    }
}
