// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import java.util.Map;
import java.util.Optional;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.notify.linux.DesktopBell;
import org.ginnel.ui.notify.macos.ScriptBell;
import org.ginnel.ui.notify.windows.BalloonBell;

/// Chooses how this desktop announces things.
public final class Bells {
    /// The bell of this desktop, or one that stays silent.
    ///
    /// @param environment such as `System.getenv()`
    /// @param onOpen called on a thread of the bell's own when a user clicks an announcement, where that is told
    public static Bell open(Map<String, String> environment, Runnable onOpen) {
        return open(OperatingSystem.here(), environment, onOpen);
    }

    static Bell open(OperatingSystem system, Map<String, String> environment, Runnable onOpen) {
        return switch (system) {
            case LINUX ->
                address(environment)
                        .<Bell>map(bus -> new DesktopBell(bus, onOpen))
                        .orElseGet(Bell.Silent::new);
            case MACOS -> new ScriptBell();
            case WINDOWS -> new BalloonBell();
        };
    }

    /// The user's D-Bus, where the specification says or at systemd's usual place.
    static Optional<String> address(Map<String, String> environment) {
        var named = Optional.ofNullable(environment.get("DBUS_SESSION_BUS_ADDRESS"))
                .filter(text -> !text.isBlank() && !text.startsWith("autolaunch"));
        var usual = Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .filter(text -> !text.isBlank())
                .map(folder -> "unix:path=" + folder + "/bus");
        return named.or(() -> usual);
    }

    private Bells() {}
}
