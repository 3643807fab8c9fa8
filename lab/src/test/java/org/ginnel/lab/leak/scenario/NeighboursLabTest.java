// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabPlan;
import org.ginnel.lab.leak.Evidence;
import org.ginnel.lab.leak.Result;
import org.ginnel.lab.leak.Trial;
import org.ginnel.lab.leak.subject.WgQuick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What neighbours try does work against a client that does not defend itself.
class NeighboursLabTest {
    private static final Scenario UNGUARDED = Scenario.connected("unguarded", scene -> {
        scene.client().run("nft", "flush", "ruleset").orThrow();
        Neighbours.askForAddress(scene);
        Neighbours.probeAddress(scene);
    });

    @Test
    void tunnelAddressOfAnUnguardedClient_isToldAndAnswers(@TempDir Path evidence) throws IOException {
        try (var lab = Lab.start(LabPlan.DEFAULT)) {
            var result = new Trial(WgQuick.plain(lab), UNGUARDED, new Evidence(evidence)).run();
            assertThat(result).isInstanceOfSatisfying(Result.Played.class, played -> {
                assertThat(played.leaked()).containsKeys("arp-answer", "answer-in-the-tunnel");
                assertThat(played.leaked().get("answer-in-the-tunnel")).isEqualTo(40);
            });
        }
    }
}
