// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.Map;
import java.util.Optional;
import org.ginnel.host.OperatingSystem;

/// What decides which tray a desktop may have.
///
/// @param system whose trays there are; of Linux they are found over D-Bus
/// @param sessionBus address of the user's D-Bus
/// @param x11Only whether windows are drawn by an X server with no Wayland in front of it
record Desktop(OperatingSystem system, Optional<String> sessionBus, boolean x11Only) {
    /// Reads it from the environment; the bus stands where the specification says, or at systemd's usual place.
    static Desktop of(OperatingSystem system, Map<String, String> environment) {
        var linux = system == OperatingSystem.LINUX;
        var named = value(environment, "DBUS_SESSION_BUS_ADDRESS").filter(address -> !address.startsWith("autolaunch"));
        var usual = value(environment, "XDG_RUNTIME_DIR").map(folder -> "unix:path=" + folder + "/bus");
        var x11Only = value(environment, "DISPLAY").isPresent()
                && value(environment, "WAYLAND_DISPLAY").isEmpty();
        return new Desktop(system, linux ? named.or(() -> usual) : Optional.empty(), x11Only);
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
