// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.process.Children;
import org.ginnel.daemon.process.Children.Child;
import org.ginnel.daemon.process.Children.Ready;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;

/// `wireguard-go` in a session of its own, so that it outlives the daemon, spoken to over its UAPI socket. It
/// ends when its interface is deleted, when its socket file is, and when it is asked to.
public final class UserspaceEngine implements Engine {
    private static final String PROGRAM = "wireguard-go";

    /// It takes milliseconds. On a machine that is as busy as this, failing would help nobody.
    private static final Duration READY = Duration.ofSeconds(10);

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final long PAUSE_NANOS = 500_000;

    /// The memory limit is for versions from 2023, which are three times faster and would take 400 MB.
    private static final Map<String, String> ENVIRONMENT =
            Map.of("WG_PROCESS_FOREGROUND", "1", "LOG_LEVEL", "error", "GOMEMLIMIT", "64MiB");

    private final Children children;
    private final Path sockets;
    private final Path log;
    private final String name;
    private final OptionalInt mark;
    private Optional<Child> child = Optional.empty();
    private Optional<CompletableFuture<Optional<Ready>>> expected = Optional.empty();

    /// @param sockets where `wireguard-go` puts its socket
    /// @param log where it writes why it failed
    /// @param name of the interface
    /// @param mark of WireGuard's own packets; empty where the system has no such thing
    public UserspaceEngine(Children children, Path sockets, Path log, String name, OptionalInt mark) {
        this.children = children;
        this.sockets = sockets;
        this.log = log;
        this.name = name;
        this.mark = mark;
    }

    /// The program is made ready in the background, short of its interface.
    @Override
    public synchronized void expect() {
        if (expected.isEmpty()) {
            var ready = new CompletableFuture<Optional<Ready>>();
            expected = Optional.of(ready);
            Thread.ofPlatform().daemon().name("ginnel-engine").start(() -> {
                try {
                    ready.complete(children.getReady(List.of(PROGRAM, "-f"), ENVIRONMENT, log));
                } catch (UncheckedIOException e) {
                    ready.complete(Optional.empty());
                }
            });
        }
    }

    /// The program makes its interface while its caller does something else; where it is not ready to, it gets
    /// ready.
    @Override
    public synchronized boolean begin(String name) {
        if (expected.filter(CompletableFuture::isDone).isPresent()) {
            child = whatIsReady(name);
        } else {
            expect();
        }
        return child.isPresent();
    }

    private Optional<Child> whatIsReady(String name) {
        var ready = expected.flatMap(CompletableFuture::join);
        expected = Optional.empty();
        return ready.flatMap(it -> it.begin(name));
    }

    /// What was begun, if anything was: whatever ran before was released.
    private synchronized Optional<Child> started(String name) {
        return child.or(() -> whatIsReady(name))
                .or(() -> children.startDetached(List.of(PROGRAM, "-f", name), ENVIRONMENT, log));
    }

    @Override
    public Optional<ErrorCause> create(String name, Loss loss) {
        try {
            child = started(name);
        } catch (UncheckedIOException e) {
            return Optional.of(Refusals.of(Part.DEVICE, PROGRAM, String.valueOf(e.getMessage())));
        }
        return child.<Optional<ErrorCause>>map(started -> awaitReady(name, started, loss))
                .orElseGet(() -> Optional.of(new EngineMissing()));
    }

    /// The socket file says nothing; only a connection does.
    private Optional<ErrorCause> awaitReady(String name, Child started, Loss loss) {
        var deadline = System.nanoTime() + READY.toNanos();
        while (started.isAlive() && System.nanoTime() < deadline) {
            if (Uapi.isServed(socket(name))) {
                started.onExit(loss::happened);
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Optional.of(Refusals.of(Part.DEVICE, PROGRAM, started.isAlive() ? "not ready in time" : lastWords()));
    }

    private String lastWords() {
        try (var in = Files.newInputStream(log)) {
            return new String(in.readNBytes(4096), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "ended at once";
        }
    }

    @Override
    public Optional<ErrorCause> configure(DevicePlan plan) {
        return set(UapiText.set(plan, mark));
    }

    @Override
    public Optional<ErrorCause> roam(DevicePlan plan) {
        return set(UapiText.roam(plan));
    }

    private Optional<ErrorCause> set(String text) {
        try (var uapi = Uapi.connect(socket(name))) {
            return UapiReply.parse(uapi.ask(text, ANSWER))
                    .refusal()
                    .map(refusal -> Refusals.of(Part.DEVICE, PROGRAM, refusal));
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.DEVICE, PROGRAM, String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Optional<DeviceStatus> status(String name) {
        try (var uapi = Uapi.connect(socket(name))) {
            return UapiReply.parse(uapi.ask("get=1\n\n", ANSWER)).status();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Waits for the end of whoever serves the socket, because on its way out it deletes the socket file, and that
    /// must not be the next one's.
    @Override
    public void release(String name) {
        try (var uapi = Uapi.connect(socket(name))) {
            Files.deleteIfExists(socket(name));
            child.ifPresent(ours -> ours.stop(ANSWER));
            var _ = uapi.awaitEnd(ANSWER);
        } catch (IOException e) {
            child.ifPresent(ours -> ours.stop(ANSWER));
        }
        child = Optional.empty();
        deleteSocket(name);
    }

    private void deleteSocket(String name) {
        try {
            Files.deleteIfExists(socket(name));
        } catch (IOException e) {
            // The next engine replaces the file, or says that it cannot.
        }
    }

    private Path socket(String name) {
        return sockets.resolve(name + ".sock");
    }
}
