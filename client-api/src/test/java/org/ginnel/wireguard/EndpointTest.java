// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.6:51820, 203.0.113.6:51820",
        "[2001:DB8::1]:51820, [2001:db8::1]:51820",
        "2001:db8::1:51820, [2001:db8::1]:51820",
        "VPN.Example.org:1, vpn.example.org:1",
        "vpn.example.org.:65535, vpn.example.org.:65535",
        "gw_1.local:00443, gw_1.local:443",
    })
    void anEndpoint_printsInCanonicalForm(String text, String canonical) {
        assertThat(Endpoint.parse(text)).map(Endpoint::toString).contains(canonical);
        assertThat(Endpoint.parse(canonical)).isEqualTo(Endpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":51820",
                "host",
                "host:",
                "host:0",
                "host:65536",
                "host:-1",
                "host:+1",
                "host:domain",
                "host:999999999999",
                "[::1]",
                "[::1]51820",
                "[::1:51820",
                "[host]:1",
                "[1.2.3.4]:1",
                "[fe80::1%eth0]:1",
                "127.1:1",
                "2130706433:1",
                "0x7f000001:1",
                "1.2.3.0x4:1",
                "1.2.3.256:1",
                "a..b:1",
                "-a.b:1",
                "a b:1",
                "s\u00e3o.example:1",
                "user@host:1",
                "2001:db8:0:0:0:0:0:1",
                "host:1:2"
            })
    void whatIsNoEndpoint_isNone(String text) {
        assertThat(Endpoint.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:1",
                "LOCALHOST.:1",
                "a.localhost:1",
                "127.0.0.1:1",
                "[::1]:1",
                "[::ffff:127.0.0.1]:1",
                "0.0.0.0:1",
                "[ff02::1]:1",
                "169.254.169.254:80"
            })
    void thisMachine_isAForbiddenEndpoint(String text) {
        assertThat(Endpoint.parse(text)).map(Endpoint::isForbidden).contains(true);
    }
}
