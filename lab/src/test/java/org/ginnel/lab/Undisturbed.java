// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.echo.EchoStream;

/// Holds streams through the tunnel to losing nothing. Where `wireguard-go` gets no processor for a tenth of a second,
/// the
/// kernel's queues before it are full and packets are lost that no switch lost; then all is done once more. What is
/// lost without such a silence, or every time, is a defect.
final class Undisturbed {
    private static final int TRIES = 4;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
    private static final Duration QUEUES_HOLD = Duration.ofMillis(90);

    /// What happens to the tunnel meanwhile.
    @FunctionalInterface
    interface Happening {
        void run() throws IOException;
    }

    /// Streams of both families flow while it happens, and lose nothing. The servers have round trips that differ by
    /// less than [#QUEUES_HOLD].
    ///
    /// @param before what each try begins with
    static void losesNothing(Demo demo, Happening before, Happening happening) throws IOException {
        List<List<EchoStream.Count>> tries = new ArrayList<>();
        while (tries.size() < TRIES) {
            before.run();
            List<EchoStream> streams = new ArrayList<>();
            for (var family : Family.values()) {
                streams.add(EchoStream.start(demo.client().machine(), family));
            }
            happening.run();
            var counts =
                    streams.stream().map(stream -> stream.stop(LAST_ANSWERS)).toList();
            tries.add(counts);
            assertThat(counts).allSatisfy(count -> assertThat(count.sent()).isGreaterThan(200));
            if (counts.stream().allMatch(count -> count.lost() == 0)) {
                return;
            }
            assertThat(counts)
                    .as(() -> "the daemon said: " + demo.daemon().process().err())
                    .anySatisfy(count -> assertThat(count.longestSilence()).isGreaterThan(QUEUES_HOLD));
        }
        throw new AssertionError("packets were lost in each of " + tries);
    }

    private Undisturbed() {}
}
