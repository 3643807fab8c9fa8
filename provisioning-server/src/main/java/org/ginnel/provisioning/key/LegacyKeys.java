// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes and checks keys of the form `<user>_<tier>_<first 16 hex digits of HMAC-SHA256(secret, "<user>:<tier>")>`.
/// A key is read from the right, so user ids may hold underscores, and compared in constant time.
public final class LegacyKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_CHARS = 16;
    private static final int LONGEST = 64 + 1 + 64 + 1 + TAG_CHARS;

    /// Copied for each key: looking an algorithm up costs more than using it.
    private final Mac keyed;

    public LegacyKeys(Secret secret) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// The key of that caller. Never log it.
    public String mint(Caller caller) {
        return caller.user() + "_" + caller.tier() + "_" + tag(caller);
    }

    /// Whose key this is; empty when we did not make it.
    public Optional<Caller> verify(String key) {
        var tagAt = key.length() - TAG_CHARS;
        if (key.length() > LONGEST || tagAt < 4 || key.charAt(tagAt - 1) != '_') {
            return Optional.empty();
        }
        var tierAt = key.lastIndexOf('_', tagAt - 2) + 1;
        if (tierAt < 2) {
            return Optional.empty();
        }
        var user = key.substring(0, tierAt - 1);
        var tier = key.substring(tierAt, tagAt - 1);
        if (!Caller.isUser(user) || !Caller.isTier(tier)) {
            return Optional.empty();
        }
        var caller = new Caller(user, tier);
        return MessageDigest.isEqual(ascii(tag(caller)), ascii(key.substring(tagAt)))
                ? Optional.of(caller)
                : Optional.empty();
    }

    private String tag(Caller caller) {
        try {
            var mac = (Mac) keyed.clone();
            var full = mac.doFinal(ascii(caller.user() + ":" + caller.tier()));
            return HexFormat.of().formatHex(full, 0, TAG_CHARS / 2);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java's " + ALGORITHM + " can be copied", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
