// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "10.7.0.2, 10.7.0.2",
        "0.0.0.0, 0.0.0.0",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:192.0.2.33, 1:2:3:4:5:6:c000:221",
    })
    void anAddress_printsInCanonicalForm(String text, String canonical) {
        assertThat(IpLiteral.parse(text)).map(IpLiteral::format).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "010.0.0.1",
                "00.0.0.1",
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4 ",
                "+1.2.3.4",
                "\u0661.2.3.4",
                "localhost",
                "example.com",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "g::",
                ":1::",
                "1::2:",
                "fe80::1%eth0",
                "[::1]",
                "1.2.3.4::",
                "::1.2.3",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::00001"
            })
    void whatIsNoAddress_isNone(String text) {
        assertThat(IpLiteral.parse(text)).isEmpty();
    }

    @Test
    void aMappedAddress_staysTheIpv6AddressItIs() {
        assertThat(IpLiteral.parse("::ffff:192.0.2.1")).containsInstanceOf(Inet6Address.class);
        assertThat(IpNetwork.parse("::ffff:192.0.2.1/120"))
                .map(IpNetwork::isIpv4)
                .contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "10.7.0.2/24, 10.7.0.0/24",
        "10.7.0.2/0024, 10.7.0.0/24",
        "10.7.0.2, 10.7.0.2/32",
        "255.255.255.255/0, 0.0.0.0/0",
        "10.7.7.7/23, 10.7.6.0/23",
        "fddd:2c4::2/64, fddd:2c4::/64",
        "2001:db8::ff, 2001:db8::ff/128",
        "::ffff:1.2.3.4/0, ::/0",
    })
    void masking_zeroesTheHostPart(String text, String masked) {
        assertThat(Fixtures.network(text).masked()).hasToString(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.1/",
                "/24",
                "10.0.0.1/33",
                "::/129",
                "10.0.0.1/-5",
                "10.0.0.1/+5",
                "10.0.0.1/24/24",
                "10.0.0.1/255.255.255.0",
                "10.0.0.1/ 24",
                "host/24",
                "10.0.0.1/99999999999"
            })
    void whatIsNoNetwork_isNone(String text) {
        assertThat(IpNetwork.parse(text)).isEmpty();
    }

    @Test
    void aNetwork_containsItsOwnAddressesOnly() {
        var network = Fixtures.network("10.7.0.2/23");

        assertThat(network.contains(IpLiteral.parse("10.7.1.255").orElseThrow()))
                .isTrue();
        assertThat(network.contains(IpLiteral.parse("10.7.2.0").orElseThrow())).isFalse();
        assertThat(Fixtures.network("0.0.0.0/0").contains(IpLiteral.parse("::1").orElseThrow()))
                .isFalse();
        assertThat(network.contains(Fixtures.network("10.7.1.0/24"))).isTrue();
        assertThat(network.contains(Fixtures.network("10.0.0.0/8"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "febf::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.1.1",
                "::ffff:0.0.0.0",
                "::ffff:224.0.0.1",
                "::127.0.0.1",
                "::ffff:7f00:1"
            })
    void addressesOfThisMachineAndLink_areForbiddenTargets(String text) {
        assertThat(SpecialAddress.isForbiddenTarget(IpLiteral.parse(text).orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "10.7.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "2001:db8::1",
                "fddd:2c4:2c4:2c4::1",
                "::ffff:192.0.2.1",
                "fec0::1",
                "64:ff9b::7f00:1"
            })
    void otherAddresses_areNot(String text) {
        assertThat(SpecialAddress.isForbiddenTarget(IpLiteral.parse(text).orElseThrow()))
                .isFalse();
    }
}
