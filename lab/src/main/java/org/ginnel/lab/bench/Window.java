// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusException;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.desktop.Desktop;
import org.ginnel.lab.desktop.Panel;
import org.ginnel.lab.desktop.Screen;
import org.ginnel.lab.machine.Running;

/// Opens the window as users start it, on a screen that nobody sees and beside a panel that shows its icon.
public final class Window implements AutoCloseable {
    /// Part of the name of what is shown while figures change.
    public static final String FIGURES = "with figures once a second";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIGURE = "first-frame-ms=";
    private static final String TITLE = "Ginnel";
    private static final long ANY = Long.MAX_VALUE;
    private static final int TIMES = 5;

    private final Demo demo;
    private final Path folder;
    private final Screen screen;
    private final Panel panel;

    public Window(Demo demo) throws IOException {
        this.demo = demo;
        this.folder = Files.createTempDirectory("ginnel-window");
        this.screen = Screen.start(demo.client());
        try {
            this.panel = Panel.start(folder);
        } catch (DBusException e) {
            screen.close();
            throw new LabException("no panel", e);
        }
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

    /// What it takes when it is open and left alone, and when it is closed and lives on in the panel, by what
    /// the daemon does meanwhile. The server of that id must be there.
    ///
    /// @param over how long it is watched each time, after as long to come to rest
    /// @param wakes who is woken more often meanwhile is watched again, a few times
    public Map<String, Footprint> footprints(String serverId, Duration over, long wakes) throws IOException {
        var ginnel = new Ginnel(demo);
        var taken = new LinkedHashMap<String, Footprint>();
        try (var window = demo.client().start(environment("GINNEL_EXIT_AFTER_FIRST_FRAME", "0"), program())) {
            window.awaitErrorLine(line -> line.startsWith(FIGURE), PATIENCE);
            awaitIcon();
            taken.put("open, disconnected", resting(window, over, wakes));
            ginnel.connect(serverId);
            taken.put("open, connected, " + FIGURES, resting(window, over, ANY));
            screen.closeWindow(TITLE);
            taken.put("closed, connected", resting(window, over, wakes));
            ginnel.disconnect();
            taken.put("closed, disconnected", resting(window, over, wakes));
        }
        return taken;
    }

    private void awaitIcon() {
        try {
            panel.awaitIcon();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while the icon was awaited", e);
        }
    }

    private static Footprint resting(Running window, Duration over, long wakes) throws IOException {
        var process = ProcessHandle.of(window.pid()).orElseThrow();
        Footprint.of(process, over);
        return Footprint.quietest(process, over, wakes, TIMES);
    }

    private Map<String, String> environment(String name, String value) {
        var all = new HashMap<>(
                new Desktop(screen, panel, folder).environment(demo.daemon().socket()));
        all.put(name, value);
        return all;
    }

    private String program() {
        return demo.programs().launchers().resolve("ginnel-ui").toString();
    }

    @Override
    public void close() {
        panel.close();
        screen.close();
    }
}
