// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private static final Origins PROXIES = new Origins(
            Stream.of("127.0.0.0/8", "10.0.0.0/8", "2001:db8:1::/48")
                    .map(text -> IpNetwork.parse(text).orElseThrow())
                    .toList(),
            Origins.Header.X_FORWARDED_FOR);

    private static String of(Origins origins, String peer, String header) {
        return IpLiteral.format(origins.of(IpLiteral.parse(peer).orElseThrow(), Optional.ofNullable(header)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 |                                | 127.0.0.1",
                "127.0.0.1 | 192.0.2.7                      | 192.0.2.7",
                "127.0.0.1 | 203.0.113.9, 192.0.2.7         | 192.0.2.7", // the first was sent by the caller
                "127.0.0.1 | 192.0.2.7, 10.1.2.3            | 192.0.2.7",
                "127.0.0.1 | 10.0.0.9, 10.1.2.3             | 10.0.0.9",
                "198.51.100.1 | 192.0.2.7                   | 198.51.100.1", // no proxy of ours
                "127.0.0.1 | 192.0.2.7, nonsense            | 127.0.0.1",
                "127.0.0.1 | 192.0.2.7:4711                 | 192.0.2.7",
                "127.0.0.1 | [2001:db8::7]:4711             | 2001:db8::7",
                "2001:db8:1::1 | 2001:db8::7                | 2001:db8::7",
                "127.0.0.1 | localhost                      | 127.0.0.1",
            })
    void caller_isTheLastThatNoProxyOfOursIs(String peer, String header, String origin) {
        assertThat(of(PROXIES, peer, header)).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.43                                         | 192.0.2.43",
                "For=\"[2001:db8:cafe::17]:4711\"                       | 2001:db8:cafe::17",
                "for=198.51.100.9, for=192.0.2.60;proto=http;by=10.0.0.1 | 192.0.2.60",
                "proto=https;for=192.0.2.43                             | 192.0.2.43",
                "for=unknown                                            | 127.0.0.1",
                "for=_hidden                                            | 127.0.0.1",
                "by=192.0.2.43                                          | 127.0.0.1",
            })
    void forwarded_isReadAsTheStandardHasIt(String header, String origin) {
        assertThat(of(new Origins(PROXIES.trusted(), Origins.Header.FORWARDED), "127.0.0.1", header))
                .isEqualTo(origin);
    }

    @Test
    void nobody_isBelievedUnlessConfigured_andChainsEnd() {
        assertThat(of(Origins.NONE, "127.0.0.1", "192.0.2.7")).isEqualTo("127.0.0.1");
        assertThat(of(PROXIES, "127.0.0.1", "192.0.2.7," + "10.0.0.1,".repeat(100_000) + "10.0.0.2"))
                .isEqualTo("10.0.0.1");
    }
}
