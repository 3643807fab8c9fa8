// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.wireguard.PresharedKey;
import org.junit.jupiter.api.Test;

class SeenTest {
    @Test
    void peers_areReadOneByOne() {
        var peers = Seen.parse(List.of(
                "private_key=" + "11".repeat(32),
                "listen_port=51820",
                "public_key=" + "22".repeat(32),
                "preshared_key=" + "00".repeat(32),
                "last_handshake_time_sec=0",
                "tx_bytes=148",
                "rx_bytes=0",
                "allowed_ip=10.7.0.2/32",
                "allowed_ip=fddd:2c4:2c4:2c4::2/128",
                "public_key=" + "33".repeat(32),
                "preshared_key=" + "44".repeat(32),
                "last_handshake_time_sec=1795000000",
                "tx_bytes=92",
                "rx_bytes=180",
                "errno=0"));
        assertThat(peers).hasSize(2);
        assertThat(peers.getFirst().hasHandshake()).isFalse();
        assertThat(peers.getFirst().presharedKey()).isEmpty();
        assertThat(peers.getLast().presharedKey().map(PresharedKey::hex)).contains("44".repeat(32));
        assertThat(peers.getFirst().allowedIps()).containsExactly("10.7.0.2/32", "fddd:2c4:2c4:2c4::2/128");
        assertThat(peers.getLast().hasHandshake()).isTrue();
        assertThat(peers.getLast().rxBytes()).isEqualTo(180);
        assertThat(peers.getLast().key().hex()).isEqualTo("33".repeat(32));
        assertThat(peers.getLast().allowedIps()).isEmpty();
    }

    @Test
    void deviceWithoutPeers_hasNone() {
        assertThat(Seen.parse(List.of("listen_port=51820", "errno=0"))).isEmpty();
    }
}
