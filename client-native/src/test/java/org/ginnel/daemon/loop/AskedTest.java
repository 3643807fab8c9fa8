// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.tunnel.Proof;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final InetAddress GATEWAY = InetAddress.ofLiteral("10.7.0.1");
    private static final InetAddress QUAD9 = InetAddress.ofLiteral("9.9.9.9");

    @Test
    void whoAnswersBoth_isAskedForAName() {
        assertThat(Samples.LONDON.gateways()).containsExactly(GATEWAY);
        assertThat(Asked.lately(Samples.LONDON, by("10.7.0.1"))).isEqualTo(new Asked(List.of(GATEWAY), List.of()));
    }

    @Test
    void whoIsAskedForNoNames_isAskedForAnEcho() {
        var elsewhere = Samples.LONDON.asking(List.of(QUAD9));
        assertThat(Asked.lately(elsewhere, by("10.7.0.1"))).isEqualTo(new Asked(List.of(), List.of(GATEWAY)));
        assertThat(Asked.lately(elsewhere, by("9.9.9.9"))).isEqualTo(new Asked(List.of(QUAD9), List.of()));
    }

    @Test
    void whoIsNotAskedAnyMore_isNot() {
        assertThat(Asked.lately(Samples.LONDON, by("192.0.2.1"))).isEqualTo(new Asked(List.of(), List.of()));
    }

    private static Proof by(String address) {
        return new Proof(Samples.NOON, Duration.ofMillis(5), address);
    }
}
