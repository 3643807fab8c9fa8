// SPDX-License-Identifier: Apache-2.0
package org.ginnel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://vpn.example.org, https://vpn.example.org",
        "vpn.example.org, https://vpn.example.org",
        "'  HTTPS://VPN.Example.org:443/api/ ', https://vpn.example.org",
        "vpn.example.org/api, https://vpn.example.org",
        "vpn.example.org:8443//, https://vpn.example.org:8443",
        "https://example.org/vpn/api/, https://example.org/vpn",
        "https://example.org/rapi, https://example.org/rapi",
        "203.0.113.6:5000, https://203.0.113.6:5000",
        "https://[2001:DB8:0::1]/, https://[2001:db8::1]",
        "http://127.0.0.1:5000, http://127.0.0.1:5000",
        "http://localhost:80/, http://localhost",
        "http://[::1]:5000/api, http://[::1]:5000",
        "localhost:5000, https://localhost:5000",
    })
    void whatPeoplePaste_hasOneSpelling(String pasted, String canonical) {
        assertThat(ApiUrl.parse(pasted)).map(ApiUrl::toString).contains(canonical);
        assertThat(ApiUrl.parse(canonical)).isEqualTo(ApiUrl.parse(pasted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://",
                "http://vpn.example.org",
                "http://192.168.1.1",
                "http://localhost.example.org",
                "http://127.1",
                "http://2130706433",
                "http://0x7f.1",
                "ftp://vpn.example.org",
                "file:///etc/passwd",
                "https://user:pass@vpn.example.org",
                "https://vpn.example.org?x=1",
                "https://vpn.example.org/#x",
                "https://vpn.example.org:0",
                "https://vpn.example.org:65536",
                "https://vpn.example.org/../x",
                "https://vpn.example.org/a/./b",
                "https://vpn.example.org/%2e",
                "https://vpn.example.org/a b",
                "vpn example",
                "https://vpn.example.org\\@evil.example",
                "https://s\u00e3o.example",
                "javascript:alert(1)",
                "https://[::1",
                "https://[fe80::1%25eth0]"
            })
    void whatIsNoSafeUrl_isNone(String pasted) {
        assertThat(ApiUrl.parse(pasted)).isEmpty();
    }

    @Test
    void aTextWithoutEnd_isNone() {
        assertThat(ApiUrl.parse("https://vpn.example.org/" + "a".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void plainHttpToAnotherMachine_cannotBeMade() {
        assertThatThrownBy(() -> new ApiUrl(false, "vpn.example.org", 80, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCall_isFoundBelowThePath() {
        assertThat(ApiUrl.parse("example.org/vpn").orElseThrow().resolve("/api/servers"))
                .isEqualTo("https://example.org/vpn/api/servers");
    }
}
