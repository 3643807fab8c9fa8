// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// A token of the form `gk_<id 12>_<secret 43>_<crc 6>`. The service keeps the id and a hash of the secret: what it
/// keeps opens nothing. The checksum tells a mistyped token from a wrong one without asking anybody. Never printed.
public final class AccessToken {
    private static final Pattern FORM = Pattern.compile("gk_([a-z2-7]{12})_([A-Za-z0-9_-]{43})_([0-9A-Za-z]{6})");
    private static final String ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String CRC_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final String id;
    private final String secret;

    private AccessToken(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /// A new token, with 256 random bits of secret.
    public static AccessToken generate(SecureRandom random) {
        var id = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new AccessToken(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Reads a token; empty when it is none or its checksum is wrong.
    public static Optional<AccessToken> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var token = new AccessToken(parts.group(1), parts.group(2));
        return token.checksum().equals(parts.group(3)) ? Optional.of(token) : Optional.empty();
    }

    /// Whether the text means to be such a token.
    public static boolean looksLike(String text) {
        return text.startsWith("gk_");
    }

    /// Names the token; no secret.
    public String id() {
        return id;
    }

    /// What the service keeps of the secret.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The token itself, to be shown to its owner once.
    public String reveal() {
        return body() + "_" + checksum();
    }

    private String body() {
        return "gk_" + id + "_" + secret;
    }

    private String checksum() {
        var crc = new CRC32();
        crc.update(body().getBytes(StandardCharsets.US_ASCII));
        var digits = new StringBuilder();
        for (var rest = crc.getValue(); digits.length() < 6; rest /= CRC_ALPHABET.length()) {
            digits.append(CRC_ALPHABET.charAt((int) (rest % CRC_ALPHABET.length())));
        }
        return digits.reverse().toString();
    }

    @Override
    public String toString() {
        return "AccessToken[" + id + "]";
    }
}
