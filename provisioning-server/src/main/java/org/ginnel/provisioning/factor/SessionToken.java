// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Proves that whoever holds the token also gave a code, for an hour. 256 random bits, of which a hash is kept.
/// Never printed.
public final class SessionToken {
    private final String text;

    private SessionToken(String text) {
        this.text = text;
    }

    public static SessionToken generate(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new SessionToken("gs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// As it was presented.
    public static SessionToken presented(String text) {
        return new SessionToken(text);
    }

    /// What is kept of it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The token itself, to be told its owner once.
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "SessionToken[redacted]";
    }
}
