// SPDX-License-Identifier: Apache-2.0
package org.ginnel.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/// A user's API key. Never printed: `toString` is redacted, and equality takes constant time.
///
/// A key is 1 to 256 visible ASCII characters. What it means is the operator's business: legacy servers use
/// `<user>_<tier>_<16 hex digits>`, ours `gk_<id>_<secret>_<crc>`; the client treats both as opaque.
public final class ApiKey {
    /// Longest key accepted, in characters.
    public static final int MAX_LENGTH = 256;

    private static final Pattern PREFIX = Pattern.compile("(?i)^((x-api-key|authorization):)?\\s*(bearer(\\s+|$))?");
    /// White space, and what looks like none at all but is copied along from web pages.
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}\u200b\ufeff]+|[\\s\\p{Z}\u200b\ufeff]+$");

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /// Reads a key the way people paste it: surrounding whitespace, quotes of any language and a `Bearer` prefix, with
    /// or
    /// without the header that it stands in, are forgiven. Empty when what is left is no key.
    public static Optional<ApiKey> parse(String pasted) {
        if (pasted.length() > 4 * MAX_LENGTH) {
            return Optional.empty();
        }
        var text = unquote(PREFIX.matcher(unquote(pasted)).replaceFirst(""));
        var visible = text.chars().allMatch(c -> c > ' ' && c < 127);
        return text.isEmpty() || text.length() > MAX_LENGTH || !visible
                ? Optional.empty()
                : Optional.of(new ApiKey(text));
    }

    private static String unquote(String text) {
        var inner = EDGES.matcher(text).replaceAll("");
        while (inner.length() >= 2 && isQuote(inner.charAt(0)) && isQuote(inner.charAt(inner.length() - 1))) {
            inner = EDGES.matcher(inner.substring(1, inner.length() - 1)).replaceAll("");
        }
        return inner;
    }

    private static boolean isQuote(char c) {
        return "\"'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d".indexOf(c) >= 0;
    }

    /// The key itself, for the one header that carries it. Never log it.
    public String reveal() {
        return value;
    }

    /// The first characters, enough for a person to tell two keys apart; at most a third of the key.
    public String hint() {
        return value.substring(0, Math.min(8, value.length() / 3)) + "\u2026";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.US_ASCII), key.value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "ApiKey[redacted]";
    }
}
