// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"https://vpn.example.com", "https://192.0.2.1:8443/", "http://127.0.0.1:8080", "http://localhost"
            })
    void address_thatKeepsTheTokenSecret_isTaken(String text) {
        assertThat(ApiAddress.parse(text, false).url().encodedPath()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vpn.example.com",
                "ftp://vpn.example.com",
                "https://user:secret@vpn.example.com",
                "https://vpn.example.com/api",
                "https://vpn.example.com/?x",
                "http://vpn.example.com",
                "http://127.0.0.1.example.com",
            })
    void address_thatIsWrongOrWouldTellTheToken_isRefused(String text) {
        assertThatThrownBy(() -> ApiAddress.parse(text, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--api ");
    }

    @Test
    void plainHttp_isTakenWhenAskedForByName() {
        assertThat(ApiAddress.parse("http://192.0.2.1:8080", true).url().port()).isEqualTo(8080);
    }

    @Test
    void token_isNotPrinted() {
        assertThat(new Token("a".repeat(32))).hasToString("Token[redacted]");
        assertThatThrownBy(() -> new Token("short")).message().doesNotContain("short");
    }
}
