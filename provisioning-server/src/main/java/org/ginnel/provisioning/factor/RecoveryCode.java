// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A code for when the phone is lost: 80 random bits, good once. Only its SHA-256 is kept, which is enough for so
/// many bits. Never printed.
public final class RecoveryCode {
    private static final int AT_ONCE = 10;
    private static final int BYTES = 10;
    private static final int CHARACTERS = 16;

    private final String text;

    private RecoveryCode(String text) {
        this.text = text;
    }

    /// Ten new ones.
    public static List<RecoveryCode> generate(SecureRandom random) {
        return Stream.generate(() -> {
                    var bytes = new byte[BYTES];
                    random.nextBytes(bytes);
                    return new RecoveryCode(Base32.encode(bytes));
                })
                .limit(AT_ONCE)
                .toList();
    }

    /// Whether the text means to be one, rather than a code of an app.
    public static boolean looksLike(String text) {
        return normal(text).length() == CHARACTERS;
    }

    /// As it was typed: case, spaces and hyphens do not matter.
    public static RecoveryCode typed(String text) {
        return new RecoveryCode(normal(text));
    }

    private static String normal(String text) {
        return text.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /// What is kept of it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The code, to be shown once: `ABCD-EFGH-IJKL-MNOP`.
    public String reveal() {
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "RecoveryCode[redacted]";
    }
}
