// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.ginnel.lab.machine.Machine;

/// Everything about a machine that a VPN client may change, as text: two are equal when nothing was changed.
public final class Snapshot {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("ip", "-o", "link"),
            List.of("ip", "-o", "addr"),
            List.of("ip", "rule"),
            List.of("ip", "-6", "rule"),
            List.of("ip", "route", "show", "table", "all"),
            List.of("ip", "-6", "route", "show", "table", "all"),
            List.of("nft", "-s", "list", "ruleset"));

    /// Addresses, routes of all tables, rules, nftables, resolver files and kernel parameters of `machine`.
    public static String of(Machine machine) throws IOException {
        var text = new StringBuilder();
        for (var command : COMMANDS) {
            text.append("== ").append(String.join(" ", command)).append('\n');
            text.append(lasting(
                    machine.run(command.toArray(String[]::new)).orThrow().out()));
        }
        try (var files = Files.list(machine.etc())) {
            for (var file :
                    files.filter(f -> name(f).startsWith("resolv")).sorted().toList()) {
                text.append("== /etc/").append(name(file)).append(' ').append(described(file));
            }
        }
        text.append("== kernel parameters\n");
        return text.append(machine.inNetwork(Snapshot::parameters)).toString();
    }

    /// Without what changes by itself: cached routes and the seconds that an address is still valid.
    private static String lasting(String text) {
        return text.lines()
                .filter(line -> !line.contains(" expires ") && !line.contains(" cache"))
                .map(line -> line.replaceAll(" (valid|preferred)_lft \\d+sec", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String described(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file) + "\n";
        }
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        return mode + "\n" + (Files.isDirectory(file) ? "" : Files.readString(file));
    }

    private static String parameters() throws IOException {
        var text = new StringBuilder();
        for (var family : List.of("ipv4", "ipv6")) {
            try (var files = Files.walk(Path.of("/proc/sys/net", family, "conf"))) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(Files::isReadable)
                        .sorted()
                        .toList()) {
                    text.append(file).append(' ').append(value(file)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String value(Path parameter) {
        try {
            return Files.readString(parameter).strip();
        } catch (IOException e) {
            // stable_secret cannot be read before it is set.
            return "unset";
        }
    }

    private Snapshot() {}
}
