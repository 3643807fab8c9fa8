// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.audit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Vouches for an entry, and so for all before it, with the operator's secret: who can write the database but does not
/// have the secret cannot make the chain anew. Never prints the key.
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param key from the operator's secret, for this purpose alone
    public Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// The seal of an entry.
    public byte[] of(Entry entry) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(8).putLong(entry.seq()).flip());
            return mac.doFinal(HexFormat.of().parseHex(entry.hash()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    public boolean matches(Entry entry, byte[] seal) {
        return MessageDigest.isEqual(of(entry), seal);
    }
}
