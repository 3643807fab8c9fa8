// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Base64;
import java.util.Optional;
import org.ginnel.agreement.Offer;
import org.ginnel.json.Json;
import org.ginnel.wireguard.PublicKey;

/// `POST /api/v1/devices/{id}/psk`. Only the encapsulation key travels, and comes back the ciphertext. Prints
/// nothing secret.
record AgreeCall(String id, PublicKey key, Offer offer) implements DeviceChange<Agreed> {
    /// 1568 bytes in base64.
    private static final int CIPHERTEXT_LENGTH = 2092;

    @Override
    public String path() {
        return "/api/v1/devices/" + id + "/psk";
    }

    @Override
    public Optional<Json> body() {
        return Optional.of(Json.Fields.none()
                .with("encapsulation_key", Base64.getEncoder().encodeToString(offer.encapsulationKey())));
    }

    @Override
    public ApiResult<Agreed> read(JsonFields answer) throws UnexpectedAnswerException {
        EnrolmentReader.read(answer, id, key);
        answer.requireTrue("quantum_safe");
        var agreed = offer.finish(ciphertext(answer), key);
        if (agreed.isEmpty()) {
            throw answer.unexpected("ciphertext", "not of ML-KEM-1024");
        }
        return new ApiResult.Ok<>(new Agreed(agreed.get(), EnrolmentReader.pending(answer)));
    }

    private static byte[] ciphertext(JsonFields answer) throws UnexpectedAnswerException {
        try {
            return Base64.getDecoder().decode(answer.text("ciphertext", CIPHERTEXT_LENGTH));
        } catch (IllegalArgumentException e) {
            throw answer.unexpected("ciphertext", "not base64");
        }
    }
}
