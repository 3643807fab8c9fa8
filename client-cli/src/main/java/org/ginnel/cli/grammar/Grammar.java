// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.control.SocketPath;
import org.ginnel.host.OperatingSystem;

/// The whole command line.
///
/// @param commands in the order of help
public record Grammar(List<Usage> commands) {
    /// Shows help; may stand anywhere.
    public static final Option HELP = new Option(List.of("-h", "--help"), "", List.of(), "Show this.");
    /// Says which release this is; stands before any command.
    public static final Option VERSION =
            new Option(List.of("-V", "--version"), "", List.of(), "Say which release this is.");
    /// Names the daemon's socket; may stand anywhere.
    public static final Option SOCKET = socket(OperatingSystem.here());
    /// Among [Usage#words] and [Choice#values], stands for the ids of the servers, which only the daemon knows.
    public static final String SERVERS = "\u0000servers";

    /// There, stands for any file.
    public static final String FILES = "\u0000files";

    /// The same, on another system.
    static Option socket(OperatingSystem system) {
        return Option.valued(
                "--socket",
                "PATH",
                "Where ginneld listens; default: GINNEL_SOCKET, else " + SocketPath.installed(system) + ".");
    }

    public Grammar {
        commands = List.copyOf(commands);
    }

    /// What may stand before a command.
    public static List<Option> general() {
        return List.of(HELP, SOCKET, VERSION);
    }

    /// What may stand behind this command.
    public static List<Option> optionsOf(Usage command) {
        return Stream.concat(command.options().stream(), Stream.of(HELP, SOCKET))
                .toList();
    }

    /// Those of them that people are told of.
    public static List<Option> toldOf(Usage command) {
        return optionsOf(command).stream().filter(o -> !o.isHidden()).toList();
    }

    /// The command of that name.
    public Optional<Usage> command(String name) {
        return commands.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
