// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "CHANGE_THIS_SECRET_KEY",
                "change_this_secret_key",
                "xx-CHANGE_THIS_SECRET_KEY-and-then-some-more-0123456789",
                "changeme-changeme-changeme-changeme-1234567",
                "0123456789abcdef0123456789abcde",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            })
    void secret_thatIsDefaultShortOrDull_isRefusedWithAdvice(String text) {
        assertThatThrownBy(() -> Secret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -hex 32");
    }

    @Test
    void refusal_neverRepeatsTheSecret() {
        assertThatThrownBy(() -> Secret.of("hunter2hunter2")).message().doesNotContain("hunter2");
    }

    @Test
    void secret_drawnAtRandom_isTakenAndNotPrinted() {
        var text = "4f1c9a7d20b86e35a1d4c7f09b2e6835";

        assertThat(Secret.of(text + "\n")).hasToString("Secret[redacted]");
    }
}
