// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The operator's secret that every legacy key is made with: never a default one, never short, never printed.
public final class Secret {
    /// Shortest secret accepted, in characters.
    public static final int MIN_LENGTH = 32;

    private static final int MIN_DISTINCT = 10;
    private static final int MAX_LENGTH = 4096;
    private static final List<String> PLACEHOLDERS =
            List.of("change_this", "changethis", "changeme", "change-me", "default", "your_secret", "your-secret");
    private static final String ADVICE =
            " Make one with `openssl rand -hex 32` and give it with --secret-file or GINNEL_SECRET.";

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a secret, surrounding whitespace removed.
    ///
    /// @throws IllegalArgumentException when it is a default or could be guessed. The message says why and what to
    ///     do, and does not repeat the secret
    public static Secret of(String text) {
        var secret = text.strip();
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("The secret is empty, so anyone could make keys." + ADVICE);
        }
        var lower = secret.toLowerCase(Locale.ROOT);
        if (PLACEHOLDERS.stream().anyMatch(lower::contains)) {
            throw new IllegalArgumentException(
                    "The secret is a published default, so anyone could make keys." + ADVICE);
        }
        var guessable = secret.chars().distinct().count() < MIN_DISTINCT;
        if (secret.length() < MIN_LENGTH || secret.length() > MAX_LENGTH || guessable) {
            throw new IllegalArgumentException("The secret must be " + MIN_LENGTH
                    + " characters or more, drawn at random, because whoever holds one key can search for a shorter one."
                    + ADVICE);
        }
        return unchecked(secret);
    }

    /// For the published test vectors, whose secret is a default.
    static Secret unchecked(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A key for one purpose (whose text no legacy key is made of), from which neither the secret nor a key for another
    /// purpose can be found.
    public byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(("\0ginnel\0" + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
