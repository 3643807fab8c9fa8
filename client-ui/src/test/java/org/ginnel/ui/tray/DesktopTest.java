// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.tray.dorkbox.SystemTrayOpener;
import org.ginnel.ui.tray.linux.StatusNotifierOpener;
import org.ginnel.ui.tray.windows.WindowsTrayOpener;
import org.junit.jupiter.api.Test;

class DesktopTest {
    @Test
    void wayland_triesStatusNotifierOnly() {
        var desktop = Desktop.of(
                OperatingSystem.LINUX,
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/bus", "DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0"));

        assertThat(desktop.sessionBus()).contains("unix:path=/bus");
        assertThat(Trays.openers(desktop)).hasSize(2).hasOnlyElementsOfType(StatusNotifierOpener.class);
    }

    @Test
    void x11_triesTheEmbeddedIconBeforeItWaitsForAWatcher() {
        var desktop = Desktop.of(
                OperatingSystem.LINUX, Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/bus", "DISPLAY", ":0"));

        assertThat(Trays.openers(desktop))
                .<Object>extracting(Object::getClass)
                .containsExactly(StatusNotifierOpener.class, SystemTrayOpener.class, StatusNotifierOpener.class);
    }

    @Test
    void bus_thatIsNotNamed_isLookedForWhereSystemdPutsIt() {
        var desktop = Desktop.of(
                OperatingSystem.LINUX,
                Map.of("DBUS_SESSION_BUS_ADDRESS", "autolaunch:", "XDG_RUNTIME_DIR", "/run/user/1000"));

        assertThat(desktop.sessionBus()).contains("unix:path=/run/user/1000/bus");
    }

    @Test
    void bareLinux_hasNoWay() {
        assertThat(Trays.openers(Desktop.of(OperatingSystem.LINUX, Map.of("DISPLAY", " "))))
                .isEmpty();
    }

    @Test
    void macOS_usesTheSystemsTray() {
        assertThat(Trays.openers(
                        Desktop.of(OperatingSystem.MACOS, Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/bus"))))
                .hasSize(1)
                .hasOnlyElementsOfType(SystemTrayOpener.class);
    }

    @Test
    void windows_usesItsShell_andAnotherWayWhereThatRefuses() {
        assertThat(Trays.openers(
                        Desktop.of(OperatingSystem.WINDOWS, Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/bus"))))
                .<Object>extracting(Object::getClass)
                .containsExactly(WindowsTrayOpener.class, SystemTrayOpener.class);
    }
}
