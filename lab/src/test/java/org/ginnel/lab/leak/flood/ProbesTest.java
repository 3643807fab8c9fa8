// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.ginnel.lab.Family;
import org.ginnel.lab.leak.flood.Probe.Group;
import org.junit.jupiter.api.Test;

class ProbesTest {
    /// Below the ports that Linux gives to programs which ask for none: ip_local_port_range begins with 32768.
    private static final int FIRST_OF_THE_SYSTEM = 32_768;

    @Test
    void probes_areToldApartByNameAndByPorts() {
        var ids = Probes.ALL.stream().map(Probe::id).sorted().toList();
        for (var i = 1; i < ids.size(); i++) {
            assertThat(ids.get(i) - ids.get(i - 1)).isGreaterThanOrEqualTo(Probe.SPAN);
        }
        assertThat(ids.getLast() + Probe.SPAN).isLessThanOrEqualTo(FIRST_OF_THE_SYSTEM);
        assertThat(Probes.ALL)
                .extracting(Probe::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9-]*"));
    }

    @Test
    void everyKind_isSentOverBothFamilies() {
        assertThat(kinds(Family.IPV4)).isEqualTo(kinds(Family.IPV6)).hasSizeGreaterThan(15);
        assertThat(kinds(Family.IPV4))
                .contains("tcp", "udp", "echo", "dns", "dns-tcp", "dot", "doq", "lan-dns", "lan-tcp", "endpoint");
    }

    private static Set<String> kinds(Family family) {
        return Probes.of(probe -> probe.family() == family).stream()
                .map(probe -> probe.name().replaceAll("[46]$", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void everyday_leavesTheOperatorInPeace() {
        assertThat(Probes.EVERYDAY).noneMatch(probe -> probe.group() == Group.OPERATOR);
        assertThat(Probes.ALL).hasSize(Probes.EVERYDAY.size() + 2);
    }

    @Test
    void token_isFoundInWhatCarriesIt() {
        var token = new Token(20_400, 123_456_789);
        var inside = ByteBuffer.allocate(100).position(13).put(token.bytes()).rewind();
        assertThat(Token.in(inside)).contains(token);
        assertThat(Token.in(ByteBuffer.wrap(new byte[60]))).isEmpty();
    }

    @Test
    void token_isFoundBehindWhatLooksLikeOne() {
        assertThat(Token.in(ascii("fflood-flood-19000-000000007"))).contains(new Token(19_000, 7));
        assertThat(Token.in(ascii("flood-1900x-000000007 flood-19000+000000007")))
                .isEmpty();
        assertThat(Token.in(ascii("flood-19000-00000000"))).isEmpty();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
