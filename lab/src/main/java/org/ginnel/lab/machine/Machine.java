// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ginnel.lab.LabException;

/// A machine of the lab: a network and a /run of its own, on the files of the lab.
///
/// What its programs put into /run is in [#run()] for the lab, and below /run/lab they see what the lab sees.
/// Everything that runs in it ends with [#close()]. Safe for use by several threads.
public final class Machine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Furniture furniture;
    private final Namespaces namespaces;

    private Machine(String name, Furniture furniture, Namespaces namespaces) {
        this.name = name;
        this.furniture = furniture;
        this.namespaces = namespaces;
    }

    /// A machine without any network yet.
    ///
    /// @param lab an empty directory below /run that all machines of the lab share
    /// @param ownEtc whether it gets its own writable /etc, else it has the lab's
    public static Machine create(Path lab, String name, boolean ownEtc) throws IOException {
        var furniture = new Furniture(lab, name, ownEtc);
        furniture.prepare();
        var namespaces = Namespaces.create(name, furniture::publishNetwork, furniture::mount);
        return new Machine(name, furniture, namespaces);
    }

    public String name() {
        return name;
    }

    /// Its /run, as the lab sees it.
    public Path run() {
        return furniture.run();
    }

    /// Its /etc, as the lab sees it.
    public Path etc() {
        return furniture.etc();
    }

    /// Does `work` on a thread in its network, with the files of the lab: a socket opened there belongs to the
    /// machine.
    public <T> T inNetwork(Work<T> work) throws IOException {
        return namespaces.inNetwork(work);
    }

    /// Starts a program in the machine.
    ///
    /// @param environment is added to the lab's own
    public Running start(List<String> argv, Map<String, String> environment) {
        return launch(argv, environment, true);
    }

    /// Runs a program in the machine until it ends.
    ///
    /// @throws LabException when it cannot be started or takes longer than `patience`
    public Finished run(List<String> argv, Map<String, String> environment, Duration patience) {
        return start(argv, environment).await(patience);
    }

    /// As [#run(List, Map, Duration)], with 20 seconds of patience.
    public Finished run(String... argv) {
        return run(List.of(argv), Map.of(), PATIENCE);
    }

    /// Runs an interactive program on the terminal of the lab until it ends.
    ///
    /// @return its exit code
    public int runOnTerminal(List<String> argv, Map<String, String> environment) throws IOException {
        var process =
                namespaces.inside(() -> builder(argv, environment).inheritIO().start());
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /// Configures its network: the lines of an `ip -batch`, without empty ones.
    public void ip(String batch) {
        feed(batch, List.of("ip", "-batch", "-"));
    }

    /// The same for lines that need `ip -6`.
    public void ip6(String batch) {
        feed(batch, List.of("ip", "-6", "-batch", "-"));
    }

    /// Adds nftables rules to it, in one transaction.
    public void nft(String ruleset) {
        feed(ruleset, List.of("nft", "-f", "-"));
    }

    /// Sets a kernel parameter of its network, such as `net/ipv4/ip_forward`.
    public void sysctl(String key, int value) throws IOException {
        inNetwork(() -> Files.writeString(Path.of("/proc/sys", key), Integer.toString(value)));
    }

    private void feed(String text, List<String> argv) {
        var running = launch(argv, Map.of(), false);
        try (var input = running.input()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LabException("could not configure " + name + ": " + running.err(), e);
        }
        running.await(PATIENCE).orThrow();
    }

    private Running launch(List<String> argv, Map<String, String> environment, boolean ownFiles) {
        try {
            var builder = builder(argv, environment);
            return new Running(
                    argv, ownFiles ? namespaces.inside(builder::start) : namespaces.inNetwork(builder::start));
        } catch (IOException e) {
            throw new LabException("`" + String.join(" ", argv) + "` could not be started in " + name, e);
        }
    }

    private static ProcessBuilder builder(List<String> argv, Map<String, String> environment) {
        // A thread that enters a mount namespace stands in its root, and would start programs there.
        var builder =
                new ProcessBuilder(argv).directory(Path.of("").toAbsolutePath().toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    /// The processes that run in it now, whoever started them.
    public List<ProcessHandle> inhabitants() throws IOException {
        return Inhabitants.of(namespaces.inNetwork(Inhabitants::here));
    }

    /// Kills everything that runs in it and gives up its network.
    @Override
    public void close() {
        try {
            for (var process : inhabitants()) {
                process.destroyForcibly();
                process.onExit().orTimeout(2, TimeUnit.SECONDS).join();
            }
            furniture.remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            namespaces.close();
        }
    }
}
