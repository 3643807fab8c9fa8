// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.freedesktop.dbus.exceptions.DBusException;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.lab.bench.Footprint;
import org.ginnel.lab.desktop.Desktop;
import org.ginnel.lab.desktop.Panel;
import org.ginnel.lab.desktop.Screen;
import org.ginnel.lab.machine.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window of the image that `bin/image` made, started as users do, on a screen that nobody sees and beside a
/// panel that shows its icon.
class WindowPackageTest {
    private static final Path IMAGE =
            Path.of("../packaging/target/image/ginnel").toAbsolutePath().normalize();
    private static final String FIRST_FRAME = "first-frame-ms=";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// As `RestLabTest` has it of the window of a checkout.
    private static final int WAKES = 6;

    private static final int TIMES = 20;

    private static final long RESIDENT_KB = 150 * 1024;

    @TempDir
    Path folder;

    @Test
    void theWindow_runsOnItsCache_drawsItsFirstFrame_andRests_openAndClosed()
            throws IOException, DBusException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected());
                var screen = Screen.here();
                var panel = Panel.start(folder);
                var window = Running.here(
                        new Desktop(screen, panel, folder).environment(daemon.socket()),
                        IMAGE.resolve("bin").resolve(Program.WINDOW.name()).toString())) {
            var told = window.awaitErrorLine(line -> line.startsWith(FIRST_FRAME), PATIENCE);
            System.out.println("The window of the image, from the start of its process: " + told);
            assertThat(Integer.parseInt(told.substring(FIRST_FRAME.length()))).isPositive();
            assertThat(mapped(window))
                    .as("what is not accepted is not kept in memory")
                    .contains(cache());

            panel.awaitIcon();
            assertRests("open", window);
            screen.closeWindow("Ginnel");
            daemon.change(_ -> Snapshots.connected(Servers.byId("eu-west-1")));
            assertRests("closed, connected", window);
            assertThat(window.err()).doesNotContain("cannot rest", "fonts by itself", "called java", "Exception");
        }
    }

    private static void assertRests(String how, Running window) throws IOException {
        var process = ProcessHandle.of(window.pid()).orElseThrow();
        var taken = Footprint.quietest(process, SECOND, WAKES, TIMES);
        System.out.println("The window of the image, " + how + ": " + taken);
        assertThat(taken.wakes()).as(how).isLessThanOrEqualTo(WAKES);
        assertThat(taken.memoryKb()).as("kB resident, " + how).isLessThanOrEqualTo(RESIDENT_KB);
    }

    private static String cache() {
        return IMAGE.resolve("cache").resolve(Program.WINDOW.name() + ".aot").toString();
    }

    /// Every file that its process has in memory (proc_pid_maps(5)).
    private static String mapped(Running window) throws IOException {
        return Files.readString(Path.of("/proc/" + window.pid() + "/maps"));
    }
}
