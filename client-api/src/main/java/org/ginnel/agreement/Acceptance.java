// SPDX-License-Identifier: Apache-2.0
package org.ginnel.agreement;

import java.util.Optional;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// The service's side of one agreement. Prints nothing secret.
public final class Acceptance {
    private final PresharedKey presharedKey;
    private final byte[] ciphertext;

    private Acceptance(PresharedKey presharedKey, byte[] ciphertext) {
        this.presharedKey = presharedKey;
        this.ciphertext = ciphertext;
    }

    /// Takes an offer; empty when the bytes are no ML-KEM-1024 encapsulation key.
    ///
    /// @param deviceKey the WireGuard key that the pre-shared key is for
    public static Optional<Acceptance> of(byte[] encapsulationKey, PublicKey deviceKey) {
        return MlKem.encapsulate(encapsulationKey)
                .map(made -> new Acceptance(MlKem.derive(made.key(), deviceKey), made.encapsulation()));
    }

    /// What both sides have now.
    public PresharedKey presharedKey() {
        return presharedKey;
    }

    /// What the device is sent: 1568 bytes, no secret.
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public String toString() {
        return "Acceptance[redacted]";
    }
}
