// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an authenticator app and the service share: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds,
/// which is what every app knows. Codes are compared in constant time, all of those that may be right. Never
/// printed.
public final class TotpSecret {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /// A clock may be one step off (RFC 6238, section 5.2).
    private static final int DRIFT = 1;

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// 160 random bits, as RFC 4226 has it.
    public static TotpSecret generate(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /// One that was made before.
    public static TotpSecret of(byte[] bytes) {
        return new TotpSecret(bytes.clone());
    }

    /// To be sealed, never to be kept as it is.
    byte[] bytes() {
        return bytes.clone();
    }

    /// Which step the code is of, of those that may be meant now; empty when it is none of them.
    ///
    /// @param code as it was typed; spaces do not matter
    public OptionalLong verify(String code, Instant now) {
        var typed = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        var current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        var found = OptionalLong.empty();
        for (var step = current - DRIFT; step <= current + DRIFT; step++) {
            if (MessageDigest.isEqual(typed, code(step).getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The code of a time.
    public String codeAt(Instant time) {
        return code(Math.floorDiv(time.getEpochSecond(), STEP_SECONDS));
    }

    /// RFC 4226, section 5.3.
    private String code(long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0x0f;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            var digits = Integer.toString(number % MODULUS);
            return "0".repeat(6 - digits.length()) + digits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// What an app scans, to be shown once. Holds the secret.
    ///
    /// @param account whose it is, for the app's list
    public String reveal(String account) {
        var name = URLEncoder.encode(account, StandardCharsets.UTF_8);
        return "otpauth://totp/Ginnel:" + name + "?secret=" + Base32.encode(bytes) + "&issuer=Ginnel";
    }

    @Override
    public String toString() {
        return "TotpSecret[redacted]";
    }
}
