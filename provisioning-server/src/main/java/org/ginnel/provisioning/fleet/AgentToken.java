// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What the agent of one gateway proves itself with, of which only the SHA-256 is kept. Compared in constant time,
/// never printed.
public final class AgentToken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{32,256}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final byte[] hash;

    private AgentToken(byte[] hash) {
        this.hash = hash;
    }

    /// @param text 32 to 256 of `[A-Za-z0-9._~+/=-]`
    public AgentToken(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an agent token is 32 to 256 of [A-Za-z0-9._~+/=-]");
        }
        hash = hash(text);
    }

    /// A token of which only the hash is known.
    ///
    /// @param hex 64 hex digits in lower case, as `sha256sum` prints them
    public static AgentToken ofHash(String hex) {
        if (!HASH.matcher(hex).matches()) {
            throw new IllegalArgumentException("the SHA-256 of an agent token is 64 hex digits in lower case");
        }
        return new AgentToken(HexFormat.of().parseHex(hex));
    }

    /// What may be kept of it.
    public String hashText() {
        return HexFormat.of().formatHex(hash);
    }

    /// Whether the agent presented this token.
    public boolean matches(String presented) {
        return MessageDigest.isEqual(hash, hash(presented));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgentToken token && MessageDigest.isEqual(hash, token.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "AgentToken[redacted]";
    }
}
