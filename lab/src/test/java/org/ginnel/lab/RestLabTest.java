// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.ginnel.lab.bench.Window;
import org.junit.jupiter.api.Test;

/// The window as users start it, on GTK and X11, on the real daemon, with nobody there: nothing wakes it for
/// nothing.
class RestLabTest {
    private static final Duration OVER = Duration.ofSeconds(1);

    /// The Java runtime itself looks after things once or twice a second. JavaFX's clock would wake it sixty times
    /// more, and a daemon that tells figures, which nobody sees, eight times more.
    private static final long A_SECOND = 6;

    private static final long RESIDENT_KB = 150 * 1024;

    @Test
    void aWindowLeftAlone_sleeps_openAndClosed() throws IOException {
        try (var demo = Demos.loggedIn();
                var window = new Window(demo)) {
            var taken =
                    window.footprints(demo.lab().plan().gateways().getFirst().id(), OVER, A_SECOND * OVER.toSeconds());
            assertThat(taken).hasSize(4);
            taken.forEach((what, footprint) -> {
                assertThat(footprint.memoryKb()).as("kB resident, " + what).isLessThanOrEqualTo(RESIDENT_KB);
                if (!what.contains(Window.FIGURES)) {
                    assertThat(footprint.wakes()).as(what).isLessThanOrEqualTo(A_SECOND * OVER.toSeconds());
                }
            });
        }
    }
}
