// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// The public half of a WireGuard key pair: 32 bytes, immutable, no secret. Prints as base64.
public final class PublicKey {
    private final byte[] bytes;

    private PublicKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads the 44 characters of base64 that `wg` writes; empty for anything else.
    public static Optional<PublicKey> parse(String base64) {
        return KeyText.parse(base64).map(PublicKey::new);
    }

    /// The key of those bytes.
    ///
    /// @param bytes 32 bytes, copied
    /// @throws IllegalArgumentException for any other length
    public static PublicKey of(byte[] bytes) {
        return new PublicKey(KeyText.copyOf(bytes));
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return KeyText.copyOf(bytes);
    }

    /// As configs and APIs spell it.
    public String base64() {
        return KeyText.base64(bytes);
    }

    /// As WireGuard's UAPI socket spells it: 64 lower-case digits.
    public String hex() {
        return KeyText.hex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
