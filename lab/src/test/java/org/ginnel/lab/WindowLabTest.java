// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.drive.Main;
import org.ginnel.lab.operator.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real window on the real daemon, used by mouse as a newcomer uses it; drawn by JavaFX's headless platform.
class WindowLabTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void aNewcomer_connectsAndDisconnects_andSeesTheTruth() throws IOException, InterruptedException {
        try (var demo = Demos.start(LabPlan.DEFAULT)) {
            var before = demo.client().snapshot();

            var code = drive(demo);

            assertThat(Files.readAllLines(folder.resolve("transcript.txt")))
                    .contains("the window says: Connected", "the window says: Not connected")
                    .contains("the exit address is "
                            + demo.lab().gateway("gw1").addresses().exit6());
            assertThat(code).isZero();
            assertThat(demo.client().snapshot()).isEqualTo(before);
        }
    }

    private int drive(Demo demo) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var window = new ProcessBuilder(List.of(
                        java,
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djavafx.cachedir=" + folder.resolve("javafx"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        window.environment().put("GINNEL_SOCKET", Demo.SOCKET.toString());
        window.environment().put("GINNEL_DEMO_KEY", demo.operator().key("demo", "pro"));
        window.environment().put("GINNEL_DEMO_API", Operator.API);
        var process = window.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the window did not end: " + Files.readString(folder.resolve("output.txt")));
        }
        return process.exitValue();
    }
}
