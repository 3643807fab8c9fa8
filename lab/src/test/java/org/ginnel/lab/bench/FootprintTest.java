// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FootprintTest {
    @Test
    void whoseThreadsComeAndGo_isMeasured() throws IOException, InterruptedException {
        var done = new AtomicBoolean();
        var churning = new Thread(() -> {
            while (!done.get()) {
                new Thread(() -> {}).start();
            }
        });
        churning.start();
        try {
            for (var i = 0; i < 100; i++) {
                var footprint = Footprint.of(ProcessHandle.current(), Duration.ofMillis(1));
                assertThat(footprint.memoryKb()).isPositive();
            }
        } finally {
            done.set(true);
            churning.join();
        }
    }
}
