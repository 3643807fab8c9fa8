// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ginnel.devkit.Golden;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.file.UserFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginStartTest {
    private static final String PROGRAM = "C:\\Program Files\\Ginnel\\Ginnel.exe";

    @TempDir
    Path home;

    /// A registry of one user, which may refuse.
    private static final class Registered implements RunKey.Registry {
        private final Map<String, String> values = new HashMap<>();
        private boolean refuses;

        private void ask() {
            if (refuses) {
                throw new IllegalStateException("access is denied");
            }
        }

        @Override
        public boolean has(String key, String name) {
            ask();
            return values.containsKey(key + "\\" + name);
        }

        @Override
        public void set(String key, String name, String text) {
            ask();
            values.put(key + "\\" + name, text);
        }

        @Override
        public void delete(String key, String name) {
            ask();
            values.remove(key + "\\" + name);
        }
    }

    @Test
    void linux_isAnAutostartEntry() throws IOException {
        check(OperatingSystem.LINUX, "/usr/bin/ginnel-ui", ".config/autostart/org.ginnel.desktop", "autostart.desktop");
    }

    @Test
    void macos_isALaunchAgent() throws IOException {
        check(
                OperatingSystem.MACOS,
                "/Library/Ginnel/Ginnel.app/Contents/MacOS/Ginnel",
                "Library/LaunchAgents/org.ginnel.Ginnel.plist",
                "launch-agent.plist");
    }

    private void check(OperatingSystem system, String launcher, String file, String golden) throws IOException {
        var login = LoginStart.of(new UserFolders(Map.of("HOME", home.toString()), system), launcher);
        assertThat(login.isOn()).contains(false);
        login.set(true);
        assertThat(login.isOn()).contains(true);
        Golden.check("login/" + golden, Files.readString(home.resolve(file)));
        login.set(false);
        login.set(false);
        assertThat(login.isOn()).contains(false);
        assertThat(home.resolve(file)).doesNotExist();
    }

    @Test
    void windows_isAValueOfTheRunKey_inQuotes() {
        var registry = new Registered();
        var login = new RunKey(registry, PROGRAM);
        assertThat(login.isOn()).contains(false);
        login.set(true);
        assertThat(login.isOn()).contains(true);
        assertThat(registry.values)
                .containsExactly(
                        Map.entry("Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Ginnel", '"' + PROGRAM + '"'));
        login.set(false);
        login.set(false);
        assertThat(registry.values).isEmpty();
    }

    @Test
    void windows_thatRefuses_cannotBeSet() {
        var registry = new Registered();
        registry.refuses = true;
        var login = new RunKey(registry, PROGRAM);
        login.set(true);
        assertThat(login.isOn()).isEmpty();
    }

    @Test
    void aLauncherThatCouldCarryCommands_isNotOffered() {
        for (var launcher :
                List.of("", "Ginnel.exe", "C:\\a\" --x \"", "C:\\%TEMP%\\a.exe", "C:\\a&b.exe", "/bin/sh")) {
            var registry = new Registered();
            var login = new RunKey(registry, launcher);
            login.set(true);
            assertThat(login.isOn()).as(launcher).isEmpty();
            assertThat(registry.values).isEmpty();
        }
        var mac = new UserFolders(Map.of("HOME", Objects.toString(home)), OperatingSystem.MACOS);
        assertThat(LoginStart.of(mac, "/a</string><string>-c").isOn()).isEmpty();
    }
}
