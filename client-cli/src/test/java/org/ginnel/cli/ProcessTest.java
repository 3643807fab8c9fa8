// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command line as a process: signals, streams, and the launcher in `bin/`.
@Timeout(120)
class ProcessTest {
    @TempDir
    Path directory;

    private record Ended(int code, String out, String err) {}

    @Test
    void ctrlC_whileWaiting_saysThatConnectingGoesOn() throws IOException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connectingSlowly())) {
            var process = start(List.of("--socket", daemon.socket().toString(), "connect", "--wait"), Map.of());
            while (!(daemon.snapshot().tunnel() instanceof TunnelView.Connecting)) { // ends with the test's timeout
                Thread.sleep(5);
            }
            signal(process, "INT");
            var ended = await(process);

            assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED.number());
            assertThat(ended.err()).startsWith("ginnel: Stopped waiting; connecting goes on.");
            assertThat(daemon.snapshot().tunnel()).isInstanceOf(TunnelView.Connecting.class);
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void aReaderThatGoesAway_endsTheWatching() throws IOException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.connected())) {
            var process =
                    start(List.of("--socket", daemon.socket().toString(), "status", "--watch", "--json"), Map.of());
            assertThat(process.getInputStream().read()).isEqualTo('{');
            process.getInputStream().close();
            while (process.isAlive()) { // ends with the test's timeout
                daemon.change(s -> s);
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }

            assertThat(process.exitValue()).isZero();
        }
    }

    @Test
    void aPipe_isNeitherColouredNorPrompted() throws IOException, InterruptedException {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut())) {
            var process = start(
                    List.of("--socket", daemon.socket().toString(), "login"),
                    Map.of("GINNEL_API", "https://api.example"));
            try (var in = process.getOutputStream()) {
                in.write("testuser_pro_a3562544513ab101\n".getBytes(StandardCharsets.UTF_8));
            }
            var ended = await(process);

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .startsWith("Logged in at https://api.example")
                    .doesNotContain("\u001b");
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void theLauncher_worksFromAnyDirectoryAndThroughLinks() throws IOException, InterruptedException {
        var repo = Files.createDirectories(directory.resolve("a repo"));
        var link = Files.createSymbolicLink(directory.resolve("ginnel"), launcherIn(repo));
        var relative = Files.createSymbolicLink(directory.resolve("again"), Path.of("ginnel"));
        for (var launcher : List.of(repo.resolve("bin/ginnel"), link, relative)) {
            var process = new ProcessBuilder(launcher.toString(), "--version")
                    .directory(Path.of("/").toFile())
                    .start();

            assertThat(await(process)).isEqualTo(new Ended(0, "ginnel development\n", ""));
        }
    }

    @Test
    void theLauncher_saysHowToBuildWhatIsNotBuilt() throws IOException, InterruptedException {
        var launcher = launcherIn(Files.createDirectories(directory.resolve("repo")));
        Files.delete(directory.resolve("repo/client-cli/target/client-cli-0.1.0.jar"));
        var ended = await(new ProcessBuilder(launcher.toString(), "status").start());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("ginnel: The command line is not built yet. Run `make build` in ");
    }

    /// A checkout with the launcher, and with what this test runs from in place of the built jars.
    private static Path launcherIn(Path repo) throws IOException {
        var lib = Files.createDirectories(repo.resolve("client-cli/target/lib"));
        Files.createDirectories(repo.resolve("bin"));
        for (var script : List.of("ginnel", "find-jdk")) {
            Files.copy(
                    Path.of("..", "bin", script),
                    repo.resolve("bin").resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (var part : System.getProperty("java.class.path").split(":", -1)) {
            var path = Path.of(part);
            if (part.endsWith(".jar")) {
                Files.createLink(lib.resolve(path.getName(path.getNameCount() - 1)), path);
            } else if (path.endsWith("classes")) {
                var module = path.getName(path.getNameCount() - 3) + "-0.1.0.jar";
                jar(path, module.startsWith("client-cli") ? lib.resolveSibling(module) : lib.resolve(module));
            }
        }
        return repo.resolve("bin/ginnel");
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static Process start(List<String> words, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A shell without job control, such as CI's, lets what it starts in the background ignore Ctrl+C.
        var command = new ArrayList<>(List.of("env", "--default-signal=INT", java, "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(words);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended await(Process process) throws IOException, InterruptedException {
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }
}
