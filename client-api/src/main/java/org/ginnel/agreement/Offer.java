// SPDX-License-Identifier: Apache-2.0
package org.ginnel.agreement;

import java.security.KeyPair;
import java.util.Optional;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// The device's side of one agreement: it is used once and forgotten. Prints nothing secret.
public final class Offer {
    private final KeyPair pair;

    private Offer(KeyPair pair) {
        this.pair = pair;
    }

    /// A new offer.
    public static Offer generate() {
        return new Offer(MlKem.generate());
    }

    /// What the device sends: an ML-KEM-1024 encapsulation key of 1568 bytes, no secret.
    public byte[] encapsulationKey() {
        return MlKem.bare(pair.getPublic());
    }

    /// The pre-shared key, once the answer came; empty when that is none. A forged answer gives a key that nobody else
    /// has, so the handshake fails.
    ///
    /// @param ciphertext as the service sent it
    /// @param deviceKey the WireGuard key that the pre-shared key is for
    public Optional<PresharedKey> finish(byte[] ciphertext, PublicKey deviceKey) {
        return MlKem.decapsulate(pair, ciphertext).map(shared -> MlKem.derive(shared, deviceKey));
    }

    @Override
    public String toString() {
        return "Offer[redacted]";
    }
}
