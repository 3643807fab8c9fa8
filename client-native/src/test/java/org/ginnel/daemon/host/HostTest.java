// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.macos.service.LaunchDaemon;
import org.ginnel.daemon.process.Commands.Outcome;
import org.ginnel.daemon.process.ScriptedCommands;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.host.HowTo;
import org.ginnel.host.OperatingSystem;
import org.junit.jupiter.api.Test;

class HostTest {
    private final Host linux = Host.of(OperatingSystem.LINUX);
    private final Host mac = Host.of(OperatingSystem.MACOS);
    private final Host windows = Host.of(OperatingSystem.WINDOWS);

    @Test
    void places_areThoseOfEachSystem() {
        assertThat(linux.places(Map.of()))
                .isEqualTo(new Host.Places(
                        Path.of("/run/ginnel/ginneld.sock"),
                        Path.of("/var/lib/ginnel"),
                        Path.of("/etc/ginnel/ca.pem")));
        assertThat(mac.places(Map.of()))
                .isEqualTo(new Host.Places(
                        Path.of("/var/run/ginnel/ginneld.sock"),
                        Path.of("/Library/Application Support/Ginnel"),
                        Path.of("/Library/Application Support/Ginnel/ca.pem")));
        var places = windows.places(Map.of("ProgramData", "D:\\Data"));
        assertThat(places.socket()).hasToString("\\\\.\\pipe\\ProtectedPrefix\\Administrators\\Ginnel\\ginneld");
        assertThat(places.state()).isEqualTo(Path.of("D:\\Data", "Ginnel"));
        assertThat(windows.places(Map.of()).state()).isEqualTo(Path.of("C:\\ProgramData", "Ginnel"));
    }

    /// A pipe has no directory, and on Windows none is in memory.
    @Test
    void spare_isBesideTheSocket_andOnWindowsWithTheState() {
        var socket = Path.of("/run/x/s");
        var state = Path.of("/state");
        assertThat(linux.spare(socket, state)).isEqualTo(Path.of("/run/x/state.json"));
        assertThat(mac.spare(socket, state)).isEqualTo(Path.of("/run/x/state.json"));
        assertThat(windows.spare(Path.of("\\\\.\\pipe\\x"), state)).isEqualTo(Path.of("/state/spare.json"));
    }

    /// What runs as root comes from the package first, and never from where a user may write (Homebrew).
    @Test
    void macPrograms_areLookedForInThePackage_andNotInUsrLocal() {
        assertThat(MacHost.directories())
                .startsWith(Path.of("/Library/Ginnel/bin"))
                .contains(Path.of("/sbin"), Path.of("/usr/bin"))
                .noneMatch(directory -> directory.startsWith("/usr/local"));
    }

    @Test
    void macName_isWhatHostnameSays_orAName() {
        try (var commands = new ScriptedCommands()) {
            commands.expect(new Outcome.Exited(0, "anns-mac\n", ""), "hostname", "-s");
            assertThat(MacHost.name(commands)).isEqualTo("anns-mac");
            commands.expect(new Outcome.Missing(), "hostname", "-s");
            assertThat(MacHost.name(commands)).isNotBlank();
        }
    }

    /// People are told of them in client-api, which knows no daemon.
    @Test
    void whatPeopleAreTold_isSo() {
        for (var system : OperatingSystem.values()) {
            var places = Host.of(system).places(Map.of());
            assertThat(new HowTo(system).authorities().replace('\\', '/'))
                    .isEqualTo(places.authorities().toString().replace('\\', '/'));
        }
        assertThat(new HowTo(OperatingSystem.MACOS).start())
                .endsWith(" /Library/LaunchDaemons/" + LaunchDaemon.LABEL + ".plist");
        assertThat(new HowTo(OperatingSystem.MACOS).restart()).endsWith(" system/" + LaunchDaemon.LABEL);
        assertThat(new HowTo(OperatingSystem.MACOS).showLog()).endsWith(" " + LaunchDaemon.LOG);
        assertThat(new HowTo(OperatingSystem.WINDOWS).start()).endsWith(" " + WindowsNames.SERVICE);
        assertThat(new HowTo(OperatingSystem.WINDOWS).showLog()).contains("\\" + WindowsNames.STATE + "\\ginneld.log");
        for (var system : OperatingSystem.values()) {
            assertThat(new HowTo(system).join("ann")).contains(Permissions.GROUP);
        }
    }

    @Test
    void services_areForWindowsOnly() {
        for (var host : Stream.of(linux, mac).toList()) {
            assertThatThrownBy(() -> host.serviceLog(Path.of("/state"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> host.runAsService(() -> () -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Windows");
        }
    }

    @Test
    void stopCommand_isTheSystems() {
        assertThat(Stream.of(linux, mac, windows).map(Host::stopCommand))
                .containsExactly(
                        "systemctl stop ginneld",
                        "sudo launchctl bootout system/org.ginnel.ginneld",
                        "sc stop ginneld");
    }
}
