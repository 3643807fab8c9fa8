// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.desktop.Panel;
import org.ginnel.lab.net.Addresses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window as users start it, on the real daemon, used from the desktop's panel alone.
class TrayLabTest {
    private static final String AMSTERDAM = "Amsterdam, Netherlands";

    @TempDir
    private Path folder;

    private static Demo demo;
    private Panel panel;
    private Process window;

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.loggedIn();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @BeforeEach
    void openWindow() throws Exception {
        panel = Panel.start(folder);
        window = window();
        panel.awaitIcon();
    }

    @AfterEach
    void closeWindow() {
        window.destroyForcibly();
        panel.close();
        demo.ginnel("disconnect").orThrow();
    }

    @Test
    void theTray_connectsDisconnectsAndRemembers() throws Exception {
        var before = demo.client().snapshot();
        var gateway = demo.lab().gateway("gw1").addresses();
        panel.awaitMenu(begins("Not connected"));
        var open = panel.pixels();

        panel.click("Connect");
        panel.awaitMenu(begins("Connected to " + AMSTERDAM));
        assertThat(panel.toolTip()).isEqualTo("Connected to " + AMSTERDAM);
        assertThat(panel.pixels()).isNotEqualTo(open);
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(gateway.exit4());
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(gateway.exit6());

        panel.click("Disconnect");
        panel.awaitMenu(begins("Not connected").and(lines -> recent(lines).startsWith(AMSTERDAM)));
        assertThat(panel.pixels()).isEqualTo(open);
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
        assertThat(demo.client().snapshot()).isEqualTo(before);
    }

    @Test
    void aRecentServer_isChosenByHand_andQuitLeavesTheTunnelUp() throws Exception {
        demo.ginnel("connect", "de-fra-1", "--wait").orThrow();
        demo.ginnel("disconnect").orThrow();
        var lines =
                panel.awaitMenu(begins("Not connected").and(menu -> recent(menu).startsWith("Frankfurt")));

        panel.click(recent(lines));
        panel.awaitMenu(begins("Connected to Frankfurt, Germany"));
        panel.click("Quit, the tunnel stays up");
        assertThat(window.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(window.exitValue()).isZero();
        assertThat(demo.client().exitSeenBy(Family.IPV4))
                .isEqualTo(demo.lab().gateway("gw2").addresses().exit4());
    }

    private static Predicate<List<String>> begins(String line) {
        return lines -> !lines.isEmpty() && lines.getFirst().equals(line);
    }

    /// The first of the servers lately used; nothing where there is none.
    private static String recent(List<String> lines) {
        var title = lines.indexOf("Recent servers");
        return title < 0 ? "" : lines.get(title + 1);
    }

    /// Drawn by JavaFX's headless platform.
    private Process window() throws IOException {
        var start = new ProcessBuilder(
                        demo.programs().launchers().resolve("ginnel-ui").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("window.txt").toFile());
        var environment = start.environment();
        environment.keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        environment.put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless");
        environment.put("DBUS_SESSION_BUS_ADDRESS", panel.address());
        environment.put("XDG_RUNTIME_DIR", folder.toString());
        environment.put("GINNEL_SOCKET", Demo.SOCKET.toString());
        return start.start();
    }
}
