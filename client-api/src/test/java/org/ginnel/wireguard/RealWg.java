// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The real `wg`, asked in throw-away namespaces. Tests that need it are skipped where there is none.
final class RealWg {
    private static final String PATH = System.getenv("PATH") + ":/usr/sbin:/sbin";
    private static final String[] NAMESPACES = {
        "unshare", "--user", "--map-root-user", "--net", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child"
    };

    /// What `wg` makes of one config.
    ///
    /// @param shown what the device then holds; empty when the config was refused
    /// @param error what was said
    record Verdict(Optional<String> shown, String error) {
        boolean accepted() {
            return shown.isPresent();
        }
    }

    private RealWg() {}

    /// Skips the test where `wg`, `wireguard-go` or user namespaces are missing.
    static void assumeItIsHere() {
        for (var tool : List.of("wg", "wireguard-go", "unshare", "ip")) {
            assumeTrue(runs("sh", "-c", "command -v " + tool), "SKIPPED: " + tool + " is not installed");
        }
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "SKIPPED: /dev/net/tun is not writable");
        var namespaces = new ArrayList<>(List.of(NAMESPACES));
        namespaces.add("true");
        assumeTrue(runs(namespaces.toArray(String[]::new)), "SKIPPED: this machine allows no user namespaces");
    }

    /// One verdict per text, in order. The host names in `hosts` resolve.
    static List<Verdict> judge(Path scratch, List<String> texts, String hosts) throws IOException {
        Files.writeString(scratch.resolve("hosts"), hosts);
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(scratch.resolve("%05d.conf".formatted(i)), texts.get(i), StandardCharsets.UTF_8);
        }
        var script = scratch.resolve("judge.sh");
        try (InputStream in = RealWg.class.getResourceAsStream("wg/judge.sh")) {
            Files.copy(Objects.requireNonNull(in), script);
        }
        var command = new ArrayList<>(List.of(NAMESPACES));
        command.addAll(List.of("sh", script.toString(), scratch.toString()));
        run("", command.toArray(String[]::new));
        var verdicts = new ArrayList<Verdict>();
        for (int i = 0; i < texts.size(); i++) {
            verdicts.add(verdict(scratch, "%05d".formatted(i)));
        }
        return verdicts;
    }

    private static Verdict verdict(Path scratch, String name) throws IOException {
        var accepted = Files.readString(scratch.resolve(name + ".rc")).equals("0\n");
        return new Verdict(
                accepted ? Optional.of(Files.readString(scratch.resolve(name + ".shown"))) : Optional.empty(),
                Files.readString(scratch.resolve(name + ".err")));
    }

    /// Runs a program to its end and returns what it printed.
    static String run(String stdin, String... command) throws IOException {
        var process = start(command);
        try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
            out.write(stdin);
        }
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!ended(process) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + printed);
        }
        return printed;
    }

    private static boolean runs(String... command) {
        try {
            var process = start(command);
            return ended(process) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process start(String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", PATH);
        return builder.start();
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }
}
