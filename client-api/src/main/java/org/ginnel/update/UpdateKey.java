// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// An Ed25519 key that announcements are verified with (RFC 8032).
public final class UpdateKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    /// What stands before a key's 32 bytes in X.509 (RFC 8410).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;

    private UpdateKey(PublicKey key) {
        this.key = key;
    }

    /// Of its 32 bytes in base64; empty for anything that is no such key.
    public static Optional<UpdateKey> parse(String base64) {
        try {
            var raw = Base64.getDecoder().decode(base64);
            if (raw.length != BYTES) {
                return Optional.empty();
            }
            var encoded = Arrays.copyOf(PREFIX, PREFIX.length + BYTES);
            System.arraycopy(raw, 0, encoded, PREFIX.length, BYTES);
            return Optional.of(
                    new UpdateKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded))));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /// The key that the JDK has in its own form.
    ///
    /// @throws IllegalArgumentException for a key of another algorithm
    public static UpdateKey of(PublicKey key) {
        if (key.getEncoded().length != PREFIX.length + BYTES) {
            throw new IllegalArgumentException("no Ed25519 key");
        }
        return new UpdateKey(key);
    }

    /// As the JDK has it.
    public PublicKey key() {
        return key;
    }

    /// Its 32 bytes in base64.
    public String text() {
        return Base64.getEncoder().encodeToString(raw());
    }

    /// Tells it from others: 16 hexadecimal digits of its SHA-256.
    public String id() {
        return HexFormat.of().formatHex(Arrays.copyOf(Hashes.sha256(raw()), ID_BYTES));
    }

    /// Whether the owner of this key signed the bytes.
    boolean signed(byte[] bytes, byte[] signature) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature of another length, or a point that is not on the curve
        }
    }

    private byte[] raw() {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }
}
