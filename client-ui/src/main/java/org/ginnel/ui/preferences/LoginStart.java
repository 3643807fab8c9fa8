// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.file.UserFolders;

/// Whether the window opens when the user logs in to the desktop.
public interface LoginStart {
    /// Whether it does; empty where that cannot be set.
    Optional<Boolean> isOn();

    /// Makes it so.
    void set(boolean on);

    /// As this system has it. What starts the window is told by its launcher, in `GINNEL_LAUNCHER`, or by that of
    /// jpackage in a property; where nothing is told, it cannot be set.
    ///
    /// @param environment such as `System.getenv()`
    static LoginStart of(Map<String, String> environment) {
        var launcher = environment.getOrDefault("GINNEL_LAUNCHER", System.getProperty("jpackage.app-path", ""));
        return of(new UserFolders(environment), launcher);
    }

    /// As a system has it.
    ///
    /// @param launcher what starts the window; empty when nobody knows
    static LoginStart of(UserFolders folders, String launcher) {
        return switch (folders.system()) {
            case LINUX -> new AutostartFile(folders, launcher);
            case MACOS -> new LaunchAgentFile(folders, launcher);
            case WINDOWS -> new RunKey(new UserRegistry(), launcher);
        };
    }
}
