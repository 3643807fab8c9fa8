// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.wire.Heard;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Probe PROBE = Probes.ALL.getFirst();

    private static Leaked at(long nanos, Verdict verdict) {
        return new Leaked(new Heard(nanos, ByteBuffer.allocate(0)), verdict);
    }

    @Test
    void countsThatAgree_differNowhere() {
        var leaked = List.of(at(1, new Verdict.OfFlood(PROBE)), at(2, new Verdict.Stray("?")));
        assertThat(new Tally(leaked, Map.of(PROBE.name(), 1L, "wireguard", 99L)).differences())
                .isEmpty();
    }

    @Test
    void packetThatOnlyOneCountSaw_isTold() {
        var leaked = List.of(at(1, new Verdict.OfFlood(PROBE)));
        assertThat(new Tally(leaked, Map.of()).differences())
                .containsExactly(PROBE.name() + ": 0 by nftables, 1 on the cable");
        assertThat(new Tally(List.of(), Map.of(PROBE.name(), 3L)).differences())
                .containsExactly(PROBE.name() + ": 3 by nftables, 0 on the cable");
    }

    @Test
    void within_takesTheFirstInstantAndNotTheLast() {
        var tally = new Tally(
                List.of(
                        at(1, new Verdict.OfFlood(PROBE)),
                        at(2, new Verdict.Stray("?")),
                        at(3, new Verdict.Stray("?"))),
                Map.of());
        assertThat(Tally.byName(tally.within(1, 3))).isEqualTo(Map.of(PROBE.name(), 1L, "other", 1L));
    }
}
