// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.daemon.device.DeviceStatus;
import org.junit.jupiter.api.Test;

class UapiReplyTest {
    private static final String PEER = """
            private_key=00
            public_key=11
            last_handshake_time_sec=1700000000
            last_handshake_time_nsec=5
            tx_bytes=148
            rx_bytes=92
            errno=0

            """;

    @Test
    void status_ofAPeer_isRead() {
        assertThat(UapiReply.parse(PEER).status())
                .contains(new DeviceStatus(Optional.of(Instant.ofEpochSecond(1_700_000_000, 5)), 92, 148));
    }

    @Test
    void status_beforeTheFirstHandshake_hasNone() {
        var reply = UapiReply.parse(PEER.replace("1700000000", "0").replace("nsec=5", "nsec=0"));
        assertThat(reply.status().orElseThrow().lastHandshake()).isEmpty();
    }

    @Test
    void status_ofNonsense_isEmpty() {
        assertThat(UapiReply.parse("").status()).isEmpty();
        assertThat(UapiReply.parse(PEER.replace("rx_bytes=92", "rx_bytes=99999999999999999999"))
                        .status())
                .isEmpty();
        assertThat(UapiReply.parse(PEER.replace("tx_bytes=148", "tx_bytes=-1")).status())
                .isEmpty();
    }

    @Test
    void refusal_isTheErrno() {
        assertThat(UapiReply.parse(PEER).refusal()).isEmpty();
        assertThat(UapiReply.parse("errno=-22\n\n").refusal()).contains("errno=-22");
        assertThat(UapiReply.parse("").refusal()).contains("errno=absent");
    }
}
