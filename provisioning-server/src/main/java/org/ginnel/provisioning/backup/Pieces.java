// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts a file piece by piece with AES-256-GCM: the number of a piece and whether it is the last are part of what
/// is authenticated, so none can be changed, moved, repeated or left out. Every file has a key of its own.
final class Pieces {
    static final byte[] MAGIC = "GINNEL-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);
    static final int SALT = 32;
    static final int LENGTH = 64 << 10;
    static final int LONGEST = LENGTH + 16;

    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private int number;

    /// @param secret 32 bytes, from the operator's secret
    /// @param salt of this file
    Pieces(byte[] secret, byte[] salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            key = new SecretKeySpec(mac.doFinal(salt), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /// Encrypts the next piece.
    byte[] seal(byte[] bytes, int length, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, last).doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /// Decrypts the next piece.
    ///
    /// @throws GeneralSecurityException when it is not what was sealed in this place
    byte[] open(byte[] sealed, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = ByteBuffer.allocate(12).putInt(8, number++).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher;
    }
}
