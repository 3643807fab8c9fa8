// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.lab.Client;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Finished;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.program.Programs;

/// The daemon in the client of a lab, as a process that can be killed and started again.
public final class Daemon {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Client client;
    private final Programs programs;
    private final Path socket;
    private final Path state;
    private Running process;

    private Daemon(Client client, Programs programs, Path socket, Path state) {
        this.client = client;
        this.programs = programs;
        this.socket = socket;
        this.state = state;
        this.process = launched(programs);
    }

    /// Starts it and returns when it answers.
    ///
    /// @param socket where it listens, in a directory that the lab and the client both see
    /// @param state where it keeps what it keeps
    public static Daemon start(Client client, Programs programs, Path socket, Path state) throws IOException {
        Files.createDirectories(state);
        var daemon = new Daemon(client, programs, socket, state);
        daemon.awaitAnswer();
        return daemon;
    }

    private Running launched(Programs which) {
        return client.machine().start(which.daemon(), environment());
    }

    /// What our programs need in their environment to find it.
    public Map<String, String> environment() {
        return Map.of("GINNEL_SOCKET", socket.toString(), "GINNEL_STATE", state.toString());
    }

    public Path socket() {
        return socket;
    }

    public Path state() {
        return state;
    }

    /// The present process; another one after [#restart()].
    public Running process() {
        return process;
    }

    /// As `kill -9`. What it started runs on, and so does what it set up.
    public void kill() {
        process.kill();
    }

    /// Asks it to end, as the system's service manager does.
    public Finished stop() {
        return stop(Duration.ofSeconds(10));
    }

    /// The same for one that has more to do at its end.
    public Finished stop(Duration patience) {
        return process.stop(patience);
    }

    /// Starts it again after [#kill()] or [#stop()] and returns when it answers.
    public void restart() throws IOException {
        launch();
        awaitAnswer();
    }

    /// The same, and returns at once.
    public void launch() {
        launch(programs);
    }

    private void launch(Programs which) {
        if (process.isAlive()) {
            throw new LabException("the daemon is running already");
        }
        process = launched(which);
    }

    /// Another copy of its files takes over, as a package does it: the old one is asked to end, and the new one is
    /// started. [#restart()] goes back to the first.
    ///
    /// @param place for the copy
    public void upgrade(Path place) throws IOException {
        var next = programs.copyOfDaemon(place);
        stop();
        launch(next);
        awaitAnswer();
    }

    private void awaitAnswer() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var changes = FileSystems.getDefault().newWatchService()) {
            socket.resolveSibling("").register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            while (!answers()) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new LabException("the daemon does not answer at " + socket + ": " + process.err());
                }
                awaitChange(changes);
            }
        }
    }

    /// Returns after 100 ms anyhow: the file is there a moment before anybody listens.
    private static void awaitChange(WatchService changes) {
        try {
            var key = changes.poll(100, TimeUnit.MILLISECONDS);
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while waiting for the daemon", e);
        }
    }

    private boolean answers() {
        try (var _ = ControlClient.connect(socket, "lab")) {
            return true;
        } catch (ControlException e) {
            // Nobody there yet, which is why we ask.
            return false;
        }
    }
}
