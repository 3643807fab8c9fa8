// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final String CANONICAL = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";

    @Test
    void publicKey_isTheOneOfTheRfc() {
        // Alice's pair, RFC 7748, section 6.1. Her private key is printed there before clamping.
        var alice = PrivateKey.of(
                HexFormat.of().parseHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));

        assertThat(alice.publicKey().hex())
                .isEqualTo("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    }

    @Test
    void generatedKeys_areClampedAndDiffer() {
        var random = new SecureRandom();
        var key = PrivateKey.generate(random);

        assertThat(key.bytes()[0] & 7).isZero();
        assertThat(key.bytes()[31] & 0xc0).isEqualTo(0x40);
        assertThat(PrivateKey.generate(random)).isNotEqualTo(key);
    }

    @Test
    void aKey_survivesItsSpelling() {
        assertThat(PublicKey.parse(CANONICAL)).map(PublicKey::base64).contains(CANONICAL);
        assertThat(PrivateKey.parse(CANONICAL)).map(PrivateKey::base64).contains(CANONICAL);
        assertThat(PresharedKey.parse(CANONICAL)).map(PresharedKey::base64).contains(CANONICAL);
        assertThat(PublicKey.parse(CANONICAL))
                .map(PublicKey::hex)
                .contains("c809f3e5317e9575c9b5ed78b638b7ce530dabe85ddab614220241801ddf0669");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk",
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk==",
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBml=",
                "yAnz5TF-lXXJte14tji3zlMNq_hd2rYUIgJBgB3fBmk=",
                " yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=",
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBm==",
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmkA",
                "\u00e9Anz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk="
            })
    void whatWgWouldNotRead_isNoKey(String text) {
        assertThat(PublicKey.parse(text)).isEmpty();
        assertThat(PrivateKey.parse(text)).isEmpty();
        assertThat(PresharedKey.parse(text)).isEmpty();
    }

    @Test
    void secrets_areNeverPrinted() {
        var config = Fixtures.config();

        assertThat(PrivateKey.parse(CANONICAL).orElseThrow()).hasToString("PrivateKey[redacted]");
        assertThat(PresharedKey.parse(CANONICAL).orElseThrow()).hasToString("PresharedKey[redacted]");
        assertThat(config.toString())
                .contains(Fixtures.SERVER.base64())
                .doesNotContain(Fixtures.OWN.base64(), Fixtures.OWN.hex(), Fixtures.SHARED.base64());
    }

    @Test
    void keysOfAnyOtherLength_areRefused() {
        assertThatThrownBy(() -> PublicKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrivateKey.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesHandedOut_areCopies() {
        var key = PrivateKey.parse(CANONICAL).orElseThrow();
        key.bytes()[0] = 0;

        assertThat(key.base64()).isEqualTo(CANONICAL);
    }
}
