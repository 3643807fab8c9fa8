// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.time.Duration;
import java.util.Map;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.machine.Running;

/// Opens the window on a screen that nobody sees.
public final class Window implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIGURE = "first-frame-ms=";

    private final Demo demo;
    private final Running screen;
    private final String display;

    public Window(Demo demo) {
        this.demo = demo;
        this.screen = demo.client()
                .start(Map.of(), "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp");
        this.display = ":" + screen.awaitLine(line -> line.matches("\\d+"), PATIENCE);
    }

    /// From the start of its process to the first picture, as the window tells it; it is closed then.
    public Duration firstFrame() {
        var said = demo.client()
                .run(
                        Map.of(
                                "DISPLAY",
                                display,
                                "GINNEL_SOCKET",
                                demo.daemon().socket().toString(),
                                "GINNEL_TIMING",
                                "1",
                                "GINNEL_EXIT_AFTER_FIRST_FRAME",
                                "1"),
                        PATIENCE,
                        demo.programs().launchers().resolve("ginnel-ui").toString())
                .orThrow()
                .err();
        return said.lines()
                .filter(line -> line.startsWith(FIGURE))
                .map(line -> Duration.ofMillis(Long.parseLong(line.substring(FIGURE.length()))))
                .findFirst()
                .orElseThrow(() -> new LabException("the window told no time: " + said));
    }

    @Override
    public void close() {
        screen.kill();
    }
}
