// SPDX-License-Identifier: Apache-2.0
package org.ginnel.host;

import java.util.Locale;

/// The systems that Ginnel knows. The only place where `os.name` is read.
public enum OperatingSystem {
    /// Also what nobody here has heard of: it is most likely a Unix.
    LINUX,
    MACOS,
    WINDOWS;

    /// The one that this runs on.
    public static OperatingSystem here() {
        return of(System.getProperty("os.name", ""));
    }

    /// The one that Java calls so.
    ///
    /// @param name as Java calls it (`os.name`)
    public static OperatingSystem of(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") || lower.startsWith("darwin") ? MACOS : LINUX;
    }
}
