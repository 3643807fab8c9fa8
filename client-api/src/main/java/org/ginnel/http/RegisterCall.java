// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Optional;
import org.ginnel.json.Json;
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
    public Optional<Json> body() {
        var name = PlainText.of(deviceName, LONGEST_NAME);
        return Optional.of(
                Json.Fields.none().with("public_key", key.base64()).with("name", name.isEmpty() ? NAMELESS : name));
    }

    @Override
    public ApiResult<Enrolment> read(JsonFields answer) throws UnexpectedAnswerException {
        return new ApiResult.Ok<>(EnrolmentReader.read(answer, key));
    }
}
