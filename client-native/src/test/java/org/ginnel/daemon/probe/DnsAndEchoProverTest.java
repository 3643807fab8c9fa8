// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DnsAndEchoProverTest {
    private static final InetAddress OURS = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress GATEWAY = InetAddress.ofLiteral("127.0.0.2");
    /// Loopback, and nothing listens on its port 53 here.
    private static final InetAddress NOBODY = InetAddress.ofLiteral("127.83.7.9");

    private final DnsAndEchoProver prover = new DnsAndEchoProver(new SecureRandom(), InstantSource.system());

    @Test
    void nobodyThere_isNoProof() throws InterruptedException {
        assertThat(prover.prove(List.of(OURS), List.of(NOBODY), List.of(), Duration.ofMillis(200)))
                .isEmpty();
    }

    @Test
    void noSource_isNoProof() throws InterruptedException {
        assertThat(prover.prove(List.of(), List.of(NOBODY), List.of(GATEWAY), Duration.ofMillis(50)))
                .isEmpty();
    }

    @Test
    void anAnswerUnderOurId_counts() {
        var id = new byte[] {0x12, 0x34, (byte) 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0};

        assertThat(DnsQuestion.answeredId(ByteBuffer.wrap(id))).contains(0x1234);
    }

    @Test
    void aQuestion_isNoAnswer() {
        assertThat(DnsQuestion.answeredId(DnsQuestion.encode((short) 0x1234))).isEmpty();
    }

    @Test
    void aStump_isNoAnswer() {
        assertThat(DnsQuestion.answeredId(ByteBuffer.wrap(new byte[] {0x12, 0x34, (byte) 0x80})))
                .isEmpty();
    }

    @Test
    void theQuestion_isWhatRfc1035Says() {
        var bytes = new byte[17];
        DnsQuestion.encode((short) 0x1234).get(bytes);

        assertThat(bytes).containsExactly(0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1);
    }
}
