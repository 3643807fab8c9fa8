// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.ginnel.lab.LabPlan;
import org.ginnel.lab.operator.Operator;
import org.ginnel.lab.program.Programs;

/// One connection in a small network, after which every program leaves an archive of the classes that it took: each
/// later
/// one starts with half the work. Worth it where many will.
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final LabPlan SMALL =
            new LabPlan(LabPlan.DEFAULT.gateways().subList(0, 1), 0, LabPlan.DEFAULT.devices());

    /// Returns when the archives are there.
    public static void play(Programs programs) throws IOException {
        try (var demo = Demo.start(SMALL, programs.archiving(), Demo.SOCKET, Progress.SILENT)) {
            demo.ginnel("login", demo.operator().key("alice", "pro"), "--api", Operator.API)
                    .orThrow();
            demo.ginnel("connect", "--wait").orThrow();
            demo.ginnel("disconnect").orThrow();
            var ends = Stream.of(
                            demo.daemon().process(),
                            demo.operator().agent("gw1"),
                            demo.operator().api())
                    .map(program -> CompletableFuture.runAsync(() -> program.stop(PATIENCE)))
                    .toList();
            ends.forEach(CompletableFuture::join);
        }
        programs.keepArchives();
    }

    private Rehearsal() {}
}
