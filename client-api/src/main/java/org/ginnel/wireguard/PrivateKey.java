// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// The private half of a WireGuard key pair: 32 bytes, immutable. Never printed: `toString` is redacted, and equality
/// takes constant time.
public final class PrivateKey {
    private final byte[] bytes;

    private PrivateKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A new key, clamped as Curve25519 wants it (RFC 7748, section 5).
    public static PrivateKey generate(SecureRandom random) {
        var bytes = new byte[KeyText.BYTES];
        random.nextBytes(bytes);
        return new PrivateKey(clamp(bytes));
    }

    /// Reads the 44 characters of base64 that `wg genkey` writes; empty for anything else. Keys that are not clamped
    /// are taken as they are, as `wg` does.
    public static Optional<PrivateKey> parse(String base64) {
        return KeyText.parse(base64).map(PrivateKey::new);
    }

    /// The key of those bytes.
    ///
    /// @param bytes 32 bytes, copied
    /// @throws IllegalArgumentException for any other length
    public static PrivateKey of(byte[] bytes) {
        return new PrivateKey(KeyText.copyOf(bytes));
    }

    /// The public half, as `wg pubkey` computes it.
    public PublicKey publicKey() {
        var point = new byte[KeyText.BYTES];
        X25519.scalarMultBase(clamp(bytes()), 0, point, 0);
        return PublicKey.of(point);
    }

    private static byte[] clamp(byte[] scalar) {
        scalar[0] &= (byte) 0xf8;
        scalar[31] &= (byte) 0x7f;
        scalar[31] |= (byte) 0x40;
        return scalar;
    }

    /// A copy of the 32 bytes. Never log them.
    public byte[] bytes() {
        return KeyText.copyOf(bytes);
    }

    /// As configs spell it. Never log it.
    public String base64() {
        return KeyText.base64(bytes);
    }

    /// As WireGuard's UAPI socket spells it. Never log it.
    public String hex() {
        return KeyText.hex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrivateKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PrivateKey[redacted]";
    }
}
