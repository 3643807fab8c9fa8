// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.ginnel.provisioning.provision.Wish;
import org.ginnel.wireguard.PublicKey;

/// Reads what a client asks of `POST /api/provision`.
final class WishReader {
    private static final int LONGEST = 64;
    private static final PublicKey NO_KEY = PublicKey.of(new byte[32]);

    private WishReader() {}

    static Wish read(Call call, ObjectNode body) {
        return new Wish(
                serverId(body),
                publicKey(body),
                text(body, "device_id"),
                text(body, "device_name"),
                call.header().apply("Idempotency-Key").map(WishReader::printable));
    }

    /// As the reference server reads it: null, empty and absent mean the first one; what is no text names no server.
    private static Optional<String> serverId(ObjectNode body) {
        var node = body.path("server_id");
        if (node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(node.isTextual() ? node.textValue() : "");
    }

    static Optional<PublicKey> publicKey(ObjectNode body) {
        var node = body.path("public_key");
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        var key = PublicKey.parse(node.asText("")).filter(k -> !k.equals(NO_KEY));
        return Optional.of(key.orElseThrow(() -> new Refusal(Problem.BAD_PUBLIC_KEY)));
    }

    static Optional<String> text(ObjectNode body, String field) {
        var node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(printable(node.isTextual() ? node.textValue() : ""));
    }

    private static String printable(String text) {
        var control = text.codePoints().anyMatch(c -> Character.isISOControl(c) || !Character.isDefined(c));
        if (text.isBlank() || text.length() > LONGEST || control) {
            throw new Refusal(Problem.BAD_DEVICE);
        }
        return text;
    }
}
