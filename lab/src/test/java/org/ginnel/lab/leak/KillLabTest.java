// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            var failures = new ArrayList<Report>();
            var kills = new Kills(
                    ginnel,
                    new SplittableRandom(seed),
                    new Evidence(evidence),
                    _ -> {},
                    report -> keep(report, failures));
            assertThat(kills.run(KILLS)).isEqualTo(KILLS);
            assertThat(failures).as("with SEED=" + seed).isEmpty();
        }
    }

    private static void keep(Report report, List<Report> failures) {
        if (report instanceof Report.OfKill(var _, var _, var failure) && failure.isPresent()) {
            failures.add(report);
        }
    }
}
