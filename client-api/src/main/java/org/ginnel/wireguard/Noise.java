// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// The functions that WireGuard's handshake is made of, named as its paper names them
/// (https://www.wireguard.com/papers/wireguard.pdf, section 5.4).
final class Noise {
    static final int KEY_BYTES = 32;
    static final int TAG_BYTES = 16;

    private static final int HASH_BITS = 256;
    private static final int MAC_BYTES = 16;

    /// Every key seals one message only.
    private static final byte[] FIRST_NONCE = new byte[12];

    /// `HASH`: BLAKE2s of all parts, one after the other.
    static byte[] hash(byte[]... parts) {
        var digest = new Blake2sDigest(HASH_BITS);
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var out = new byte[KEY_BYTES];
        digest.doFinal(out, 0);
        return out;
    }

    /// `MAC`: BLAKE2s with a key, 16 bytes.
    static byte[] mac(byte[] key, byte[] message, int length) {
        var digest = new Blake2sDigest(key, MAC_BYTES, null, null);
        digest.update(message, 0, length);
        var out = new byte[MAC_BYTES];
        digest.doFinal(out, 0);
        return out;
    }

    /// `KDFn`: so many keys of an old one and an input.
    static byte[][] kdf(int count, byte[] key, byte[] input) {
        var secret = hmac(key, input);
        var keys = new byte[count][];
        var last = new byte[0];
        for (var i = 0; i < count; i++) {
            var more = Arrays.copyOf(last, last.length + 1);
            more[last.length] = (byte) (i + 1);
            last = hmac(secret, more);
            keys[i] = last;
        }
        return keys;
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        var mac = new HMac(new Blake2sDigest(HASH_BITS));
        mac.init(new KeyParameter(key));
        mac.update(input, 0, input.length);
        var out = new byte[KEY_BYTES];
        mac.doFinal(out, 0);
        return out;
    }

    /// `DH`: what both sides agree on. A public key of a small order gives nothing that anybody could seal with.
    static byte[] agree(byte[] privateKey, byte[] publicKey) {
        var shared = new byte[KEY_BYTES];
        X25519.scalarMult(privateKey, 0, publicKey, 0, shared, 0);
        return shared;
    }

    /// `AEAD`: sealed, with its tag behind it.
    static byte[] seal(byte[] key, byte[] plain, byte[] context) {
        var cipher = new ChaCha20Poly1305();
        cipher.init(true, parameters(key, context));
        var out = new byte[plain.length + TAG_BYTES];
        try {
            cipher.doFinal(out, cipher.processBytes(plain, 0, plain.length, out, 0));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing refuses nothing", e);
        }
        return out;
    }

    /// What was sealed so; empty for what was not.
    static Optional<byte[]> open(byte[] key, byte[] sealed, byte[] context) {
        var cipher = new ChaCha20Poly1305();
        cipher.init(false, parameters(key, context));
        var out = new byte[sealed.length - TAG_BYTES];
        try {
            cipher.doFinal(out, cipher.processBytes(sealed, 0, sealed.length, out, 0));
            return Optional.of(out);
        } catch (InvalidCipherTextException e) {
            // Not of who it says it is of, which is an answer, too.
            return Optional.empty();
        }
    }

    private static AEADParameters parameters(byte[] key, byte[] context) {
        return new AEADParameters(new KeyParameter(key), TAG_BYTES * Byte.SIZE, FIRST_NONCE, context);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Noise() {}
}
