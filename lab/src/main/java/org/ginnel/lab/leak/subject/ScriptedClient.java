// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Finished;

/// Any other client, driven by executable files in a directory, which run in the client of the lab.
///
/// `up` connects and `down` disconnects; both have to be there. `switch` goes to another gateway, else `up`
/// does. `daemon-pids` prints the processes that watch over the tunnel, `engine-pids` those that encrypt (else
/// every `wireguard-go`), `daemon-start` starts the daemon and returns when it answers, `wait-connected`
/// returns when the client says that its tunnel works, `wait-lost` when it says that it does not. Each gets
/// `GATEWAY`, the gateway's name, and `CONFIG`, the path of a config for it as `wg-quick` has them, named
/// `tun0.conf`.
public final class ScriptedClient implements Subject {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lab lab;
    private final Path directory;
    private final Configs configs;
    private final Tidy tidy;
    private Map<String, String> environment = Map.of();

    private ScriptedClient(Lab lab, Path directory) throws IOException {
        this.lab = lab;
        this.directory = directory.toAbsolutePath();
        this.configs = new Configs(lab, "tun0", "");
        this.tidy = Tidy.of(lab);
    }

    /// The client of `directory`, not connected.
    ///
    /// @throws LabException when a file that has to be there is not
    public static ScriptedClient in(Lab lab, Path directory) throws IOException {
        for (var name : List.of("up", "down")) {
            if (!Files.isExecutable(directory.resolve(name))) {
                throw new LabException("a client needs an executable file " + directory.resolve(name));
            }
        }
        return new ScriptedClient(lab, directory);
    }

    @Override
    public String name() {
        return directory.getFileName().toString();
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public Set<Ability> abilities() {
        var abilities = EnumSet.noneOf(Ability.class);
        if (has("daemon-pids") && has("daemon-start")) {
            abilities.add(Ability.DAEMON);
        }
        if (has("wait-connected") && has("wait-lost")) {
            abilities.add(Ability.RECOVERY);
        }
        return abilities;
    }

    private boolean has(String script) {
        return Files.isExecutable(directory.resolve(script));
    }

    private Finished run(String script, Duration patience) {
        return lab.client().run(environment, patience, directory.resolve(script).toString());
    }

    @Override
    public void connect(String gateway) throws IOException {
        var script = environment.isEmpty() || !has("switch") ? "up" : "switch";
        environment = Map.of("GATEWAY", gateway, "CONFIG", configs.of(gateway).toString());
        run(script, PATIENCE).orThrow();
    }

    @Override
    public void disconnect() {
        run("down", PATIENCE).orThrow();
        environment = Map.of();
    }

    @Override
    public void awaitTunnel(Duration patience) {
        run("wait-connected", patience).orThrow();
    }

    @Override
    public void awaitLoss(Duration patience) {
        run("wait-lost", patience).orThrow();
    }

    @Override
    public Optional<Path> state() {
        return Optional.empty();
    }

    @Override
    public List<ProcessHandle> daemon() {
        return has("daemon-pids") ? processes("daemon-pids") : List.of();
    }

    @Override
    public List<ProcessHandle> engines() throws IOException {
        return has("engine-pids") ? processes("engine-pids") : Subject.super.engines();
    }

    private List<ProcessHandle> processes(String script) {
        return run(script, PATIENCE)
                .orThrow()
                .out()
                .lines()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())).stream())
                .toList();
    }

    @Override
    public void startDaemon() {
        run("daemon-start", PATIENCE).orThrow();
    }

    @Override
    public void turn(Ability ability, boolean on) {
        throw new LabException(name() + " cannot " + ability.inWords());
    }

    /// What a foreign client leaves behind is not held against it.
    @Override
    public List<String> reset() throws IOException {
        run("down", PATIENCE);
        environment = Map.of();
        tidy.restore(process -> false);
        if (has("daemon-start")) {
            startDaemon();
        }
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
