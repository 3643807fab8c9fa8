// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateKeyTest {
    /// RFC 8032, section 7.1, test 2.
    private static final byte[] RFC_KEY =
            HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

    private static final byte[] RFC_SIGNATURE = HexFormat.of()
            .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    @Test
    void theVectorOfTheStandard_isVerified() {
        var key = UpdateKey.parse(Base64.getEncoder().encodeToString(RFC_KEY)).orElseThrow();

        assertThat(key.signed(new byte[] {0x72}, RFC_SIGNATURE)).isTrue();
        assertThat(key.signed(new byte[] {0x73}, RFC_SIGNATURE)).isFalse();
        assertThat(key.signed(new byte[] {0x72}, new byte[64])).isFalse();
        assertThat(key.signed(new byte[] {0x72}, new byte[3])).isFalse();
    }

    @Test
    void aKey_isReadAsItIsWritten() throws GeneralSecurityException {
        var key = UpdateKey.of(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());

        assertThat(UpdateKey.parse(key.text()).orElseThrow().id())
                .isEqualTo(key.id())
                .hasSize(16);
    }

    @Test
    void anythingElse_isNoKey() throws GeneralSecurityException {
        for (var text : List.of("", "x", "AAAA", "A".repeat(42) + "=", "é".repeat(43) + "=")) {
            assertThat(UpdateKey.parse(text)).as(text).isEmpty();
        }
        var other = KeyPairGenerator.getInstance("X448").generateKeyPair().getPublic();
        assertThatThrownBy(() -> UpdateKey.of(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
