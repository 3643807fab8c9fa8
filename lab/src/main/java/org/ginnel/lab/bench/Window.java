// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
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
                .run(environment("GINNEL_EXIT_AFTER_FIRST_FRAME", "1"), PATIENCE, program())
                .orThrow()
                .err();
        return said.lines()
                .filter(line -> line.startsWith(FIGURE))
                .map(line -> Duration.ofMillis(Long.parseLong(line.substring(FIGURE.length()))))
                .findFirst()
                .orElseThrow(() -> new LabException("the window told no time: " + said));
    }

    /// What it takes when it is open and left alone, by what the daemon does meanwhile. The server of that id must be
    /// there.
    ///
    /// @param over how long it is watched each time, after as long to come to rest
    Map<String, Footprint> footprints(String serverId, Duration over) throws IOException {
        var ginnel = new Ginnel(demo);
        var taken = new LinkedHashMap<String, Footprint>();
        try (var window = demo.client().start(environment("GINNEL_EXIT_AFTER_FIRST_FRAME", "0"), program())) {
            window.awaitErrorLine(line -> line.startsWith(FIGURE), PATIENCE);
            taken.put("disconnected", resting(window, over));
            ginnel.connect(serverId);
            taken.put("connected, with figures once a second", resting(window, over));
            ginnel.disconnect();
        }
        return taken;
    }

    private static Footprint resting(Running window, Duration over) throws IOException {
        var process = ProcessHandle.of(window.pid()).orElseThrow();
        Footprint.of(process, over);
        return Footprint.of(process, over);
    }

    private Map<String, String> environment(String name, String value) {
        return Map.of(
                "DISPLAY",
                display,
                "GINNEL_SOCKET",
                demo.daemon().socket().toString(),
                "GINNEL_TIMING",
                "1",
                name,
                value);
    }

    private String program() {
        return demo.programs().launchers().resolve("ginnel-ui").toString();
    }

    @Override
    public void close() {
        screen.kill();
    }
}
