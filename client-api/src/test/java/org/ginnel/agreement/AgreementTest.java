// SPDX-License-Identifier: Apache-2.0
package org.ginnel.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final PublicKey DEVICE = PublicKey.of(filled(7));

    private static byte[] filled(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void bothSides_haveTheSameKey_whichIsInNothingThatTravels() {
        var offer = Offer.generate();
        var acceptance = Acceptance.of(offer.encapsulationKey(), DEVICE).orElseThrow();

        assertThat(offer.encapsulationKey()).hasSize(1568);
        assertThat(acceptance.ciphertext()).hasSize(1568);
        assertThat(offer.finish(acceptance.ciphertext(), DEVICE)).contains(acceptance.presharedKey());
        assertThat(contains(offer.encapsulationKey(), acceptance.presharedKey().bytes()))
                .isFalse();
        assertThat(contains(acceptance.ciphertext(), acceptance.presharedKey().bytes()))
                .isFalse();
        assertThat(offer + " " + acceptance)
                .doesNotContain(acceptance.presharedKey().base64());
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anotherDevice_anotherOfferOrAForgedAnswer_giveAnotherKey() {
        var offer = Offer.generate();
        var acceptance = Acceptance.of(offer.encapsulationKey(), DEVICE).orElseThrow();
        var forged = acceptance.ciphertext();
        forged[100] ^= 1;

        assertThat(offer.finish(acceptance.ciphertext(), PublicKey.of(filled(8)))
                        .orElseThrow())
                .isNotEqualTo(acceptance.presharedKey());
        assertThat(Offer.generate().finish(acceptance.ciphertext(), DEVICE).orElseThrow())
                .isNotEqualTo(acceptance.presharedKey());
        assertThat(offer.finish(forged, DEVICE).orElseThrow()).isNotEqualTo(acceptance.presharedKey());
    }

    @Test
    void bytesThatAreNoKey_areRefused() {
        var outOfRange = new byte[1568];
        Arrays.fill(outOfRange, (byte) 0xff); // coefficients beyond 3328: FIPS 203, section 7.2

        assertThat(Acceptance.of(outOfRange, DEVICE)).isEmpty();
        assertThat(Acceptance.of(new byte[0], DEVICE)).isEmpty();
        assertThat(Acceptance.of(new byte[1184], DEVICE)).isEmpty();
        assertThat(Offer.generate().finish(new byte[10], DEVICE)).isEmpty();
    }
}
