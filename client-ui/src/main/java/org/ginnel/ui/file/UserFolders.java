// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.host.OperatingSystem;

/// Where a program keeps what is the user's, as each system has it: on Linux by the XDG Base Directory
/// Specification, on macOS in the user's `Library` (File System Programming Guide), on Windows in `%APPDATA%`
/// and `%LOCALAPPDATA%` (known folders). A path that is not absolute counts as none. Pure.
///
/// @param environment such as `System.getenv()`
public record UserFolders(Map<String, String> environment, OperatingSystem system) {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:\\\\.*");

    public UserFolders {
        environment = Map.copyOf(environment);
    }

    /// Those of the system that this runs on.
    public UserFolders(Map<String, String> environment) {
        this(environment, OperatingSystem.here());
    }

    /// Our folder for settings, which may go along with the user to another machine; empty where there is none.
    public Optional<Path> settings() {
        return switch (system) {
            case LINUX -> desktopConfig().map(folder -> folder.resolve("ginnel"));
            case MACOS -> inLibrary("Application Support/Ginnel");
            case WINDOWS -> absolute("APPDATA").map(folder -> folder.resolve("Ginnel"));
        };
    }

    /// Our folder for what the window remembers of this machine; empty where there is none.
    public Optional<Path> state() {
        return switch (system) {
            case LINUX -> folder("XDG_STATE_HOME", ".local/state").map(folder -> folder.resolve("ginnel"));
            case MACOS -> inLibrary("Application Support/Ginnel");
            case WINDOWS -> absolute("LOCALAPPDATA").map(folder -> folder.resolve("Ginnel"));
        };
    }

    /// A folder that is there, that only this user can enter, and that need not outlive a restart.
    public Optional<Path> runtime() {
        return switch (system) {
            case LINUX -> absolute("XDG_RUNTIME_DIR");
            case MACOS -> absolute("TMPDIR");
            case WINDOWS -> absolute("TEMP");
        };
    }

    /// What the desktop starts at login on Linux: `autostart` in `XDG_CONFIG_HOME`, else in `.config` of `HOME`.
    public Optional<Path> autostart() {
        return desktopConfig().map(folder -> folder.resolve("autostart"));
    }

    /// What launchd starts for a user at login, on macOS.
    public Optional<Path> launchAgents() {
        return inLibrary("LaunchAgents");
    }

    private Optional<Path> desktopConfig() {
        return folder("XDG_CONFIG_HOME", ".config");
    }

    private Optional<Path> inLibrary(String name) {
        return absolute("HOME").map(home -> home.resolve("Library").resolve(name));
    }

    private Optional<Path> folder(String variable, String atHome) {
        return absolute(variable).or(() -> absolute("HOME").map(home -> home.resolve(atHome)));
    }

    private Optional<Path> absolute(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(path ->
                        system == OperatingSystem.WINDOWS ? DRIVE.matcher(path).matches() : path.startsWith("/"))
                .map(Path::of);
    }
}
