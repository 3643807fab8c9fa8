// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The 32 bytes of a WireGuard key and the one spelling of them that `wg` accepts: 44 characters of base64 with one
/// `=`, whose last digit carries no stray bits. See `key_from_base64` in wireguard-tools' encoding.c.
final class KeyText {
    static final int BYTES = 32;
    private static final int BASE64_CHARS = 44;

    private KeyText() {}

    /// The bytes that `text` spells; empty when it is not the canonical spelling of 32 bytes.
    static Optional<byte[]> parse(String text) {
        if (text.length() != BASE64_CHARS) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(text);
            return bytes.length == BYTES && base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] copyOf(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a WireGuard key has 32 bytes, not " + bytes.length);
        }
        return Arrays.copyOf(bytes, BYTES);
    }
}
