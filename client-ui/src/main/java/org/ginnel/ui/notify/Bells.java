// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.notify.linux.DesktopBell;

/// Chooses how this desktop announces things.
public final class Bells {
    /// The bell of this desktop, or one that stays silent.
    ///
    /// @param environment such as `System.getenv()`
    /// @param onOpen called on a thread of the bell's own when a user clicks an announcement
    public static Bell open(Map<String, String> environment, Runnable onOpen) {
        return address(environment)
                .<Bell>map(bus -> new DesktopBell(bus, onOpen))
                .orElseGet(Bell.Silent::new);
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
