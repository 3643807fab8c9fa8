// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.control.SocketPath;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.macos.MacSystem;
import org.ginnel.daemon.macos.control.DirectoryMembers;
import org.ginnel.daemon.macos.service.LaunchDaemon;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.SystemCommands;

/// macOS. Never run on a Mac so far.
final class MacHost extends UnixHost {
    /// Where our package puts `wireguard-go`; root's alone, so it comes first.
    static final Path OURS = Path.of("/Library/Ginnel/bin");

    private final SystemCommands commands = new SystemCommands(directories());

    /// Where programs are looked for.
    static List<Path> directories() {
        return Stream.concat(
                        Stream.of(OURS),
                        // Homebrew's owner is a user, and whoever it is may not run programs as root by it.
                        SystemCommands.SYSTEM_DIRECTORIES.stream().filter(path -> !path.startsWith("/usr/local")))
                .toList();
    }

    @Override
    public Places places(Map<String, String> environment) {
        return new Places(SocketPath.ON_MACOS, LaunchDaemon.STATE, LaunchDaemon.STATE.resolve("ca.pem"));
    }

    @Override
    public SystemPorts open(Path state) throws IOException {
        Files.createDirectories(state);
        var system = MacSystem.open(commands, state, Math.toIntExact(new UnixSystem().getUid()));
        return new SystemPorts(
                system.firewall(),
                system.devices(),
                system.routes(),
                system.dns(),
                system.watch(),
                () -> () -> {},
                () -> {});
    }

    @Override
    Permissions.Members members() {
        return new DirectoryMembers(commands);
    }

    @Override
    public Optional<String> engine() {
        return commands.find("wireguard-go").map(Path::toString);
    }

    /// `hostname(1)`: there is no file with it.
    @Override
    public String name() {
        return name(commands);
    }

    static String name(Commands commands) {
        return commands.run(Command.of("hostname", "-s")) instanceof Commands.Outcome.Exited(int code, var name, var _)
                        && code == 0
                        && !name.isBlank()
                ? name.strip()
                : InetAddress.getLoopbackAddress().getHostName();
    }

    @Override
    public String stopCommand() {
        return "sudo launchctl bootout system/" + LaunchDaemon.LABEL;
    }
}
