// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import java.util.regex.Pattern;

/// What the agent proves itself with. Never printed.
public final class Token {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{32,256}");

    private final String text;

    /// @param text 32 to 256 of `[A-Za-z0-9._~+/=-]`
    public Token(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an agent token is 32 to 256 of [A-Za-z0-9._~+/=-]");
        }
        this.text = text;
    }

    String bearer() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "Token[redacted]";
    }
}
