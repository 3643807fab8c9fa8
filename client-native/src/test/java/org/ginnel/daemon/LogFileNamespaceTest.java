// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.linux.Tools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A `ginneld` whose state is damaged, so that it closes the network, says so and ends.
@Timeout(60)
class LogFileNamespaceTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void nowhereElse() {
        assertThat(Tools.inNamespace()).isNotNull();
    }

    @Test
    void whatADaemonSays_isInItsLog_runAfterRun_andNowhereElse() throws IOException, InterruptedException {
        var state = Files.createDirectory(folder.resolve("state"));
        Files.writeString(state.resolve("state.json"), "{damaged");
        var log = folder.resolve("ginneld.log");
        for (var runs = 1; runs <= 2; runs++) {
            assertThat(run("--lock", "--state", state.toString(), "--log", log.toString()))
                    .doesNotContain("ginneld:");
            assertThat(Files.readAllLines(log))
                    .filteredOn(line -> line.startsWith("ginneld: ") && line.contains("state.json is damaged"))
                    .hasSize(runs);
        }
        assertThat(run("--lock", "--state", state.toString())).contains("state.json is damaged");
    }

    private static String run(String... words) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }
}
