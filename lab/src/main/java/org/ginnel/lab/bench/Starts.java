// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.machine.Work;

/// How long whole processes take, as whoever starts them sees it: from before the start to after the end.
///
/// @param image the programs of it are measured
record Starts(Demo demo, Path image) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// The image's own Java saying hello, with a cache made just for that: less is not to be had.
    Work<Duration> bare() throws IOException {
        var cache = Files.createTempDirectory("ginnel-bench").resolve("hello.aot");
        var java = new ArrayList<>(List.of(
                image.resolve("runtime/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xmx64m",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:AOTCacheOutput=" + cache,
                "-cp",
                demo.programs().root().resolve("lab/target/lab-0.1.0.jar").toString(),
                Hello.class.getName()));
        run(java);
        java.set(java.indexOf("-XX:AOTCacheOutput=" + cache), "-XX:AOTCache=" + cache);
        return () -> timed(java);
    }

    /// A command of the command line.
    Duration line(String... words) {
        return timed(demo.programs().cli(words));
    }

    private Duration timed(List<String> argv) {
        var began = System.nanoTime();
        run(argv);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void run(List<String> argv) {
        demo.client().machine().run(argv, demo.daemon().environment(), PATIENCE).orThrow();
    }

    /// From the daemon's start until it says welcome; it was stopped before.
    Duration daemon() throws IOException {
        demo.daemon().stop();
        var began = System.nanoTime();
        demo.daemon().launch();
        while (!answers()) {
            if (!demo.daemon().process().isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new LabException(
                        "the daemon does not answer: " + demo.daemon().process().err());
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean answers() {
        try (var _ = ControlClient.connect(demo.daemon().socket(), "bench")) {
            return true;
        } catch (ControlException _) {
            rest();
            return false;
        }
    }

    /// A moment, so that asking takes nothing from the start that is measured.
    private static void rest() {
        try {
            new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while measuring", e);
        }
    }
}
