// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.ginnel.host.OperatingSystem;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    @Test
    void linux_goesByVariables_andElseByTheHome() {
        var home = new UserFolders(Map.of("HOME", "/home/ann"), OperatingSystem.LINUX);
        assertThat(home.settings()).contains(Path.of("/home/ann/.config/ginnel"));
        assertThat(home.state()).contains(Path.of("/home/ann/.local/state/ginnel"));
        assertThat(home.autostart()).contains(Path.of("/home/ann/.config/autostart"));
        assertThat(home.runtime()).isEmpty();

        var named = new UserFolders(
                Map.of(
                        "HOME", "/home/ann",
                        "XDG_CONFIG_HOME", "/c",
                        "XDG_STATE_HOME", "relative",
                        "XDG_RUNTIME_DIR", "/run/user/1000"),
                OperatingSystem.LINUX);
        assertThat(named.settings()).contains(Path.of("/c/ginnel"));
        assertThat(named.state()).contains(Path.of("/home/ann/.local/state/ginnel"));
        assertThat(named.runtime()).contains(Path.of("/run/user/1000"));
    }

    @Test
    void macos_goesByTheLibrary() {
        var folders = new UserFolders(
                Map.of("HOME", "/Users/ann", "TMPDIR", "/var/folders/x/T/", "XDG_CONFIG_HOME", "/c"),
                OperatingSystem.MACOS);
        var support = Path.of("/Users/ann/Library/Application Support/Ginnel");
        assertThat(folders.settings()).contains(support);
        assertThat(folders.state()).contains(support);
        assertThat(folders.launchAgents()).contains(Path.of("/Users/ann/Library/LaunchAgents"));
        assertThat(folders.runtime()).contains(Path.of("/var/folders/x/T"));
    }

    @Test
    void windows_goesByApplicationData() {
        var folders = new UserFolders(
                Map.of(
                        "APPDATA", "C:\\Users\\ann\\AppData\\Roaming",
                        "LOCALAPPDATA", "C:\\Users\\ann\\AppData\\Local",
                        "TEMP", "C:\\Users\\ann\\AppData\\Local\\Temp",
                        "HOME", "/home/ann"),
                OperatingSystem.WINDOWS);
        assertThat(folders.settings()).contains(Path.of("C:\\Users\\ann\\AppData\\Roaming", "Ginnel"));
        assertThat(folders.state()).contains(Path.of("C:\\Users\\ann\\AppData\\Local", "Ginnel"));
        assertThat(folders.runtime()).contains(Path.of("C:\\Users\\ann\\AppData\\Local\\Temp"));
        assertThat(new UserFolders(Map.of("APPDATA", "/tmp"), OperatingSystem.WINDOWS).settings())
                .isEmpty();
    }

    @Test
    void withoutAHome_thereIsNone() {
        for (var system : OperatingSystem.values()) {
            var folders = new UserFolders(Map.of(), system);
            assertThat(folders.settings()).isEmpty();
            assertThat(folders.state()).isEmpty();
            assertThat(folders.runtime()).isEmpty();
        }
    }
}
