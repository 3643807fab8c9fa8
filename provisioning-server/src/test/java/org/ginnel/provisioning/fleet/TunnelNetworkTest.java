// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;

class TunnelNetworkTest {
    private static TunnelNetwork network(String ipv4, String ipv6) {
        return new TunnelNetwork(IpNetwork.parse(ipv4).orElseThrow(), IpNetwork.parse(ipv6));
    }

    @Test
    void slots_areTheSameNumberInBothFamilies() {
        var network = network("10.7.0.0/24", "fddd:2c4:2c4:2c4::/64");

        assertThat(network.gateway())
                .extracting(IpNetwork::toString)
                .containsExactly("10.7.0.1/24", "fddd:2c4:2c4:2c4::1/64");
        assertThat(network.interfaceAddresses(2))
                .extracting(IpNetwork::toString)
                .containsExactly("10.7.0.2/24", "fddd:2c4:2c4:2c4::2/64");
        assertThat(network.allowedIps(254))
                .extracting(IpNetwork::toString)
                .containsExactly("10.7.0.254/32", "fddd:2c4:2c4:2c4::fe/128");
    }

    @Test
    void slots_ofALargeNetwork_carryOverIntoHigherBytes() {
        assertThat(network("10.0.0.0/8", "fd00::/64").allowedIps(0x01_02_03))
                .extracting(IpNetwork::toString)
                .containsExactly("10.1.2.3/32", "fd00::1:203/128");
    }

    @Test
    void everySlot_isAnAddressOfItsOwnInsideTheNetwork() {
        var network = new TunnelNetwork(IpNetwork.parse("10.7.4.0/22").orElseThrow(), Optional.empty());
        var seen = new HashSet<IpNetwork>(
                network.gateway().stream().map(n -> IpNetwork.host(n.address())).toList());
        for (int slot = TunnelNetwork.FIRST_SLOT; slot <= network.lastSlot(); slot++) {
            var address = network.allowedIps(slot).getFirst();
            assertThat(network.subnets().getFirst().ipv4().contains(address)).isTrue();
            assertThat(seen.add(address)).isTrue();
        }
        assertThat(seen)
                .hasSize(1022)
                .doesNotContain(
                        IpNetwork.parse("10.7.4.0").orElseThrow(),
                        IpNetwork.parse("10.7.7.255").orElseThrow());
    }

    @Test
    void slots_goOnInTheNextSubnet_pastItsGateway() {
        var network = new TunnelNetwork(List.of(
                new Subnet(IpNetwork.parse("10.7.0.0/30").orElseThrow(), Optional.empty()),
                new Subnet(IpNetwork.parse("10.8.0.0/29").orElseThrow(), IpNetwork.parse("fd00::/64"))));

        assertThat(network.lastSlot()).isEqualTo(7);
        assertThat(network.allowedIps(2)).hasToString("[10.7.0.2/32]");
        assertThat(network.allowedIps(3)).hasToString("[10.8.0.2/32, fd00::2/128]");
        assertThat(network.interfaceAddresses(7)).hasToString("[10.8.0.6/29, fd00::6/64]");
        assertThat(network.gateway()).hasToString("[10.7.0.1/30, 10.8.0.1/29, fd00::1/64]");
        assertThatThrownBy(() -> network.allowedIps(8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void subnetsThatOverlap_areRefused() {
        var one = new Subnet(IpNetwork.parse("10.7.0.0/24").orElseThrow(), Optional.empty());
        var other = new Subnet(IpNetwork.parse("10.7.0.128/25").orElseThrow(), Optional.empty());

        assertThatThrownBy(() -> new TunnelNetwork(List.of(one, other))).hasMessageContaining("overlap");
    }

    @Test
    void slots_thatAreNotThere_areRefused() {
        var network = network("10.7.0.0/30", "fd00::/64");

        assertThat(network.lastSlot()).isEqualTo(2);
        assertThatThrownBy(() -> network.allowedIps(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> network.allowedIps(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
