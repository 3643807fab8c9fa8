// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.json.Json;
import org.ginnel.wireguard.PublicKey;

/// `PUT /api/v1/devices/{id}/public-key`.
record RotateCall(String id, PublicKey key, Duration overlap) implements DeviceChange<Enrolment> {
    @Override
    public String path() {
        return "/api/v1/devices/" + id + "/public-key";
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public Optional<Json> body() {
        return Optional.of(Json.Fields.none().with("public_key", key.base64()).with("overlap_s", overlap.toSeconds()));
    }

    @Override
    public ApiResult<Enrolment> read(JsonFields answer) throws UnexpectedAnswerException {
        return new ApiResult.Ok<>(EnrolmentReader.read(answer, id, key));
    }
}
