// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.gateway.device.Peers.key;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.peering.PeerUse;
import org.junit.jupiter.api.Test;

class UseReaderTest {
    @Test
    void counters_belongToThePeerThatTheyFollow() {
        var reader = new UseReader();
        for (var line : ("listen_port=51820\npublic_key=" + key(1).hex()
                        + "\nallowed_ip=10.7.0.2/32\nrx_bytes=10\ntx_bytes=20\nlast_handshake_time_sec=1764500000\n"
                        + "last_handshake_time_nsec=5\npublic_key=" + key(2).hex() + "\nrx_bytes=0")
                .split("\n", -1)) {
            var parts = line.split("=", 2);
            reader.line(parts[0], parts[1]);
        }

        assertThat(reader.uses())
                .containsExactly(
                        new PeerUse(key(1), 10, 20, Optional.of(Instant.ofEpochSecond(1_764_500_000))),
                        new PeerUse(key(2), 0, 0, Optional.empty()));
    }
}
