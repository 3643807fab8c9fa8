// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window's own process where there is no display to open it on.
class NoDisplayTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path runtime;

    private @Nullable Process window;

    @AfterEach
    void end() {
        if (window != null) {
            window.destroyForcibly();
        }
    }

    @Test
    void aDisplayThatNobodyServes_isToldInOneSentence() throws IOException, InterruptedException {
        assertThat(said(":30987"))
                .startsWith("No window can be opened: the display :30987 does not answer")
                .endsWith("ginnel help\n")
                .hasLineCount(1);
    }

    @Test
    void noDisplayAtAll_isToldInOneSentence() throws IOException, InterruptedException {
        assertThat(said(""))
                .startsWith("No window can be opened: DISPLAY names no X display.")
                .hasLineCount(1);
    }

    private String said(String display) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var start = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()))
                .redirectErrorStream(true);
        start.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        if (!display.isEmpty()) {
            start.environment().put("DISPLAY", display);
        }
        start.environment().put("XDG_RUNTIME_DIR", runtime.toString());
        start.environment().put("GINNEL_SOCKET", runtime.resolve("nobody.sock").toString());
        var started = start.start();
        window = started;
        var text = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(started.exitValue()).as(text).isEqualTo(3);
        assertThat(runtime).isEmptyDirectory();
        return text;
    }
}
