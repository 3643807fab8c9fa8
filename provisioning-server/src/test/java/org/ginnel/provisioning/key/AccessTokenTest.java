// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void token_shownAndReadAgain_isTheSame() {
        for (int i = 0; i < 200; i++) {
            var token = AccessToken.generate(RANDOM);
            var read = AccessToken.parse(token.reveal()).orElseThrow();

            assertThat(token.reveal()).matches("gk_[a-z2-7]{12}_[A-Za-z0-9_-]{43}_[0-9A-Za-z]{6}");
            assertThat(read.id()).isEqualTo(token.id());
            assertThat(read.hash()).isEqualTo(token.hash()).hasSize(32);
        }
    }

    @Test
    void anyOtherCharacter_isNoticed() {
        var text = AccessToken.generate(RANDOM).reveal();
        for (int i = 0; i < text.length(); i++) {
            var other = text.substring(0, i) + (text.charAt(i) == 'b' ? 'c' : 'b') + text.substring(i + 1);
            assertThat(AccessToken.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void token_printsNoSecret() {
        var token = AccessToken.generate(RANDOM);

        assertThat(token.toString()).isEqualTo("AccessToken[" + token.id() + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gk_", "testuser_pro_a3562544513ab101", "gk_aaaaaaaaaaaa_b_c"})
    void whatIsNone_isRefused(String text) {
        assertThat(AccessToken.parse(text)).isEmpty();
    }
}
