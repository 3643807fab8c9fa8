// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FootprintTest {
    /// A program whose threads come and go, from when it has said a line.
    static final class Churn {
        private Churn() {}

        public static void main(String... nothing) {
            System.out.println("begun");
            while (true) {
                new Thread(() -> {}).start();
            }
        }
    }

    @Test
    void whoseThreadsComeAndGo_isMeasured() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = FootprintTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        var churn = new ProcessBuilder(java, "-XX:+UseSerialGC", "-cp", classes, Churn.class.getName()).start();
        try {
            assertThat(churn.getInputStream().read()).isEqualTo('b');
            for (var i = 0; i < 200; i++) {
                var footprint = Footprint.of(churn.toHandle(), Duration.ofMillis(1));
                assertThat(footprint.memoryKb()).isPositive();
            }
        } finally {
            churn.destroyForcibly();
        }
    }
}
