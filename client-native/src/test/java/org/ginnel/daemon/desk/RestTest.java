// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.daemon.loop.VirtualLoop;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Samples;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final Duration NEARLY = Rest.AFTER.plus(Rest.LOOKED).minusMillis(1);

    private final VirtualLoop loop = new VirtualLoop();
    private int looked;
    private int given;
    private final Rest rest = new Rest(loop, Runnable::run, () -> {
        looked++;
        return () -> given++;
    });

    @Test
    void halfAMinuteAfterTheLastChange_memoryIsGivenBack_once() {
        rest.state(new Disconnected(Optional.empty(), false));
        loop.advance(NEARLY);
        rest.state(Samples.connectedTo(Samples.LONDON));
        loop.advance(NEARLY);
        assertThat(given).isZero();
        loop.advance(Duration.ofMillis(1));
        assertThat(given).isEqualTo(1);
        loop.advance(Duration.ofHours(1));
        assertThat(given).isEqualTo(1);
    }

    @Test
    void aProofOfLife_isNoDisturbance() {
        rest.state(Samples.connectedTo(Samples.LONDON));
        loop.advance(NEARLY);
        rest.state(Samples.connectedTo(Samples.LONDON));
        loop.advance(Duration.ofMillis(1));
        assertThat(given).isEqualTo(1);
    }

    @Test
    void whatIsDoneBesideTheTunnel_isOne() {
        rest.disturbed();
        loop.advance(NEARLY);
        rest.disturbed();
        loop.advance(NEARLY);
        assertThat(given).isZero();
        loop.advance(Duration.ofMillis(1));
        assertThat(given).isEqualTo(1);
    }

    @Test
    void whoIsDisturbedAfterTheLook_looksAgain() {
        rest.disturbed();
        loop.advance(Rest.AFTER);
        assertThat(looked).isEqualTo(1);
        rest.disturbed();
        loop.advance(NEARLY);
        assertThat(given).isZero();
        loop.advance(Duration.ofMillis(1));
        assertThat(looked).isEqualTo(2);
        assertThat(given).isEqualTo(1);
    }
}
