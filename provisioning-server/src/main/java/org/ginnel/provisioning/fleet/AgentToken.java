// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/// What the agent of one gateway proves itself with. Compared in constant time, never printed.
public final class AgentToken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{32,256}");

    private final byte[] bytes;

    /// @param text 32 to 256 of `[A-Za-z0-9._~+/=-]`
    public AgentToken(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an agent token is 32 to 256 of [A-Za-z0-9._~+/=-]");
        }
        bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether the agent presented this token.
    public boolean matches(String presented) {
        return MessageDigest.isEqual(bytes, presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgentToken token && MessageDigest.isEqual(bytes, token.bytes);
    }

    @Override
    public int hashCode() {
        return AgentToken.class.hashCode();
    }

    @Override
    public String toString() {
        return "AgentToken[redacted]";
    }
}
