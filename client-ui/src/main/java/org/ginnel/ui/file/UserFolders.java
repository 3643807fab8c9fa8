// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a program keeps what is the user's (XDG Base Directory Specification). A path that is not absolute
/// counts as none.
///
/// @param environment such as `System.getenv()`
public record UserFolders(Map<String, String> environment) {
    public UserFolders {
        environment = Map.copyOf(environment);
    }

    /// Of settings: `XDG_CONFIG_HOME`, else `.config` of `HOME`; empty where there is neither.
    public Optional<Path> config() {
        return folder("XDG_CONFIG_HOME", ".config");
    }

    /// Of what a program remembers: `XDG_STATE_HOME`, else `.local/state` of `HOME`; empty where there is neither.
    public Optional<Path> state() {
        return folder("XDG_STATE_HOME", ".local/state");
    }

    private Optional<Path> folder(String variable, String atHome) {
        return absolute(variable).or(() -> absolute("HOME").map(home -> home.resolve(atHome)));
    }

    private Optional<Path> absolute(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
    }
}
