// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.devkit.Golden;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.scenario.Scenario;
import org.ginnel.lab.leak.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Scenario STEADY = Scenarios.named("connected, steady");
    private static final Scenario KILL = Scenarios.named("kill -9 the engine");
    private static final Scenario DAEMON = Scenarios.named("kill -9 the daemon");
    private static final Scenario MENDED = Scenarios.named("flush all of nftables");

    private static Result.Played played(long offered, Map<String, Long> leaked, String... faults) {
        return new Result.Played(
                offered,
                leaked,
                leaked.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(1500)),
                Map.of("tunnel again", Duration.ofMillis(offered)),
                List.of(faults));
    }

    private static Map<String, Long> everything() {
        return Probes.ALL.stream().collect(Collectors.toMap(Probe::name, _ -> 2L));
    }

    @Test
    void table_isAsReviewed() {
        var quick = new Column("wg-quick");
        quick.add(STEADY, played(2000, Map.of("dns4", 40L, "lan-tcp4", 30L, "further", 5L)));
        quick.add(STEADY, played(2001, Map.of("dns4", 1041L)));
        quick.add(KILL, played(1000, everything()));
        quick.add(KILL, new Result.Broken("the flood dried up"));
        quick.add(DAEMON, new Result.NotPlayed("not supported: a daemon"));
        quick.add(DAEMON, new Result.NotPlayed("not supported: a daemon"));
        var ginnel = new Column("Ginnel");
        ginnel.add(STEADY, played(2000, Map.of()));
        ginnel.add(KILL, played(1300, Map.of(), "left behind: a route"));
        Golden.check("leak/table.md", new Table(List.of(STEADY, KILL, DAEMON), List.of(quick, ginnel)).render());
    }

    @Test
    void onePacket_isTooMuch() {
        assertThat(played(1000, Map.of()).isGood(STEADY)).isTrue();
        assertThat(played(1000, Map.of("udp4", 1L)).isGood(STEADY)).isFalse();
        assertThat(played(1000, Map.of("lan-udp4", 1L)).isGood(STEADY)).isFalse();
    }

    @Test
    void aFault_isNotGoodEither() {
        assertThat(played(1000, Map.of(), "the two counts differ").isGood(STEADY))
                .isFalse();
        assertThat(new Result.Broken("?").isGood(STEADY)).isFalse();
    }

    @Test
    void firewallTakenAway_mayLeakForASecond() {
        var early =
                new Result.Played(1000, Map.of("udp4", 9L), Optional.of(Duration.ofMillis(999)), Map.of(), List.of());
        var late =
                new Result.Played(1000, Map.of("udp4", 9L), Optional.of(Duration.ofMillis(1001)), Map.of(), List.of());
        assertThat(early.isGood(MENDED)).isTrue();
        assertThat(early.isGood(STEADY)).isFalse();
        assertThat(late.isGood(MENDED)).isFalse();
    }

    @Test
    void column_isGoodWhenAllOfItIs() {
        var column = new Column("Ginnel");
        column.add(STEADY, played(1, Map.of()));
        column.add(DAEMON, new Result.NotPlayed("not supported: a daemon"));
        assertThat(column.isGood()).isTrue();
        column.add(STEADY, played(1, Map.of("udp4", 1L)));
        assertThat(column.isGood()).isFalse();
    }
}
