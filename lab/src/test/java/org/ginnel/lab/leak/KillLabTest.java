// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.leak.subject.Ginnel;
import org.ginnel.lab.program.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whenever Ginnel's programs are killed, the block stands, and the next start puts things right: a sample of
/// `make leak-test KILLS=1000`.
class KillLabTest {
    private static final int KILLS = 3;

    @Test
    void killAtAnyInstant_leaksNothing_andTheNextStartPutsThingsRight(@TempDir Path evidence) throws IOException {
        var seed = new SplittableRandom().nextInt(1, 1_000_000);
        try (var ginnel =
                (Ginnel) Candidate.ginnel(Programs.ofThisCheckout()).start().run(Progress.SILENT)) {
            var kills = new Kills(ginnel, new SplittableRandom(seed), new Evidence(evidence), _ -> {});
            assertThat(kills.run(KILLS)).as("with SEED=" + seed).isEmpty();
        }
    }
}
