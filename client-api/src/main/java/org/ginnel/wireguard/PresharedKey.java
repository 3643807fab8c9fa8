// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// The symmetric key that two WireGuard peers may share besides their key pairs: 32 bytes, immutable. Never printed:
/// `toString` is redacted, and equality takes constant time.
public final class PresharedKey {
    private final byte[] bytes;

    private PresharedKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A new key.
    public static PresharedKey generate(SecureRandom random) {
        var bytes = new byte[KeyText.BYTES];
        random.nextBytes(bytes);
        return new PresharedKey(bytes);
    }

    /// Reads the 44 characters of base64 that `wg genpsk` writes; empty for anything else.
    public static Optional<PresharedKey> parse(String base64) {
        return KeyText.parse(base64).map(PresharedKey::new);
    }

    /// The key of those bytes.
    ///
    /// @param bytes 32 bytes, copied
    /// @throws IllegalArgumentException for any other length
    public static PresharedKey of(byte[] bytes) {
        return new PresharedKey(KeyText.copyOf(bytes));
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
        return other instanceof PresharedKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PresharedKey[redacted]";
    }
}
