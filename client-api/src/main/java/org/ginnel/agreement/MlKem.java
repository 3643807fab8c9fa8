// SPDX-License-Identifier: Apache-2.0
package org.ginnel.agreement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.ginnel.wireguard.PresharedKey;

/// ML-KEM-1024 (FIPS 203) and HKDF-SHA-256 (RFC 5869) as Java has them, with keys as they travel: bare bytes.
final class MlKem {
    /// Bytes of an encapsulation key and of a ciphertext alike.
    static final int LENGTH = 1568;

    private static final String PARAMETERS = "ML-KEM-1024";
    private static final byte[] SALT = "ginnel psk v1".getBytes(StandardCharsets.US_ASCII);

    /// What stands before the bare key in its X.509 form: id-alg-ml-kem-1024 (RFC 9935), then a bit string.
    private static final byte[] HEAD = HexFormat.of().parseHex("30820632300b060960864801650304040303820621" + "00");

    private MlKem() {}

    static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(PARAMETERS).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 24 and later have " + PARAMETERS, e);
        }
    }

    static byte[] bare(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    }

    /// Encapsulates to a key; empty when the bytes are none.
    static Optional<KEM.Encapsulated> encapsulate(byte[] bare) {
        if (bare.length != LENGTH) {
            return Optional.empty();
        }
        var encoded = Arrays.copyOf(HEAD, HEAD.length + LENGTH);
        System.arraycopy(bare, 0, encoded, HEAD.length, LENGTH);
        try {
            var key = KeyFactory.getInstance(PARAMETERS).generatePublic(new X509EncodedKeySpec(encoded));
            return Optional.of(KEM.getInstance(PARAMETERS).newEncapsulator(key).encapsulate());
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // FIPS 203, section 7.2: the check of the key failed
        }
    }

    static Optional<SecretKey> decapsulate(KeyPair pair, byte[] ciphertext) {
        if (ciphertext.length != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(KEM.getInstance(PARAMETERS)
                    .newDecapsulator(pair.getPrivate())
                    .decapsulate(ciphertext));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /// The pre-shared key for a device's key, from the secret that both know.
    static PresharedKey derive(SecretKey shared, org.ginnel.wireguard.PublicKey deviceKey) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract().addIKM(shared).addSalt(SALT).thenExpand(deviceKey.bytes(), 32);
            return PresharedKey.of(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 and later have HKDF-SHA256", e);
        }
    }
}
