// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ginnel.control.SocketPath;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.linux.LinuxSystem;
import org.ginnel.daemon.linux.memory.CleanPages;
import org.ginnel.daemon.linux.memory.SmallPages;
import org.ginnel.daemon.process.SystemCommands;

/// Linux.
final class LinuxHost extends UnixHost {
    private static final Path STATE = Path.of("/var/lib/ginnel");
    private static final Path AUTHORITIES = Path.of("/etc/ginnel/ca.pem");
    private static final Path GROUPS = Path.of("/etc/group");

    private final SystemCommands commands = new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES);

    @Override
    public Places places(Map<String, String> environment) {
        return new Places(SocketPath.INSTALLED, STATE, AUTHORITIES);
    }

    @Override
    public SystemPorts open(Path state) throws IOException {
        Files.createDirectories(state);
        SmallPages.only();
        var system = LinuxSystem.open(commands, state, Math.toIntExact(new UnixSystem().getUid()));
        return new SystemPorts(
                system.firewall(),
                system.devices(),
                system.routes(),
                system.dns(),
                system.watch(),
                CleanPages::find,
                () -> {});
    }

    @Override
    Permissions.Members members() {
        return Permissions.inFile(GROUPS);
    }

    @Override
    public Optional<String> engine() {
        return Files.exists(Path.of("/sys/module/wireguard"))
                ? Optional.of("the kernel's WireGuard")
                : commands.find("wireguard-go").map(Path::toString);
    }

    @Override
    public String name() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return InetAddress.getLoopbackAddress().getHostName();
        }
    }

    @Override
    public String stopCommand() {
        return "systemctl stop ginneld";
    }
}
