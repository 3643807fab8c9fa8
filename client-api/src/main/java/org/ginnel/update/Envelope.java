// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// How an announcement travels: a line that says what this is, a line for each signature (the key's id, a space, the
/// signature in base64), an empty line, and the announcement, which is not looked at before a signature is good.
final class Envelope {
    /// Also what is signed begins with it, so that a signature for anything else is none for an announcement.
    static final String TITLE = "ginnel-update-1\n";

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_SIGNATURES = 4;
    private static final int ID_DIGITS = 16;

    private final List<Signed> signatures;
    private final byte[] payload;

    /// @param signatures one to four
    /// @param payload what was signed, with [#TITLE] before it; not copied
    Envelope(List<Signed> signatures, byte[] payload) {
        this.signatures = List.copyOf(signatures);
        this.payload = payload;
    }

    /// @param keyId of the key that signed
    /// @param signature in base64
    record Signed(String keyId, String signature) {
        byte[] bytes() {
            return Base64.getDecoder().decode(signature);
        }
    }

    byte[] payload() {
        return payload;
    }

    /// Empty for anything else.
    static Optional<Envelope> parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1); // a character for a byte
        var end = text.indexOf("\n\n");
        if (!text.startsWith(TITLE) || end < TITLE.length()) {
            return Optional.empty();
        }
        var lines = text.substring(TITLE.length(), end).split("\n", MOST_SIGNATURES + 1);
        var signatures = new ArrayList<Signed>();
        for (var line : lines) {
            signed(line).ifPresent(signatures::add);
        }
        return signatures.size() == lines.length && lines.length <= MOST_SIGNATURES
                ? Optional.of(new Envelope(signatures, Arrays.copyOfRange(bytes, end + 2, bytes.length)))
                : Optional.empty();
    }

    /// Base64 of 64 bytes in the one way to write them.
    private static Optional<Signed> signed(String line) {
        return line.matches("[0-9a-f]{" + ID_DIGITS + "} [A-Za-z0-9+/]{85}[AQgw]==")
                ? Optional.of(new Signed(line.substring(0, ID_DIGITS), line.substring(ID_DIGITS + 1)))
                : Optional.empty();
    }

    /// Whether any of these keys signed it.
    boolean isSignedBy(List<UpdateKey> keys) {
        var signed = toSign(payload);
        return signatures.stream()
                .anyMatch(it ->
                        keys.stream().anyMatch(key -> key.id().equals(it.keyId()) && key.signed(signed, it.bytes())));
    }

    /// What has to be signed for a payload.
    static byte[] toSign(byte[] payload) {
        var title = TITLE.getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(title, title.length + payload.length);
        System.arraycopy(payload, 0, all, title.length, payload.length);
        return all;
    }

    /// As it travels.
    byte[] bytes() {
        var head = new StringBuilder(TITLE);
        for (var it : signatures) {
            head.append(it.keyId()).append(' ').append(it.signature()).append('\n');
        }
        var before = head.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(before, before.length + payload.length);
        System.arraycopy(payload, 0, all, before.length, payload.length);
        return all;
    }
}
