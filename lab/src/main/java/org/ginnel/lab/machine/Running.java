// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ginnel.lab.LabException;

/// A program that runs in a machine, or beside the lab; what it says is kept.
public final class Running implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final List<String> argv;
    private final Process process;
    private final Transcript out;
    private final Transcript err;

    Running(List<String> argv, Process process) {
        this.argv = List.copyOf(argv);
        this.process = process;
        this.out = new Transcript(argv.getFirst() + " out", process.getInputStream());
        this.err = new Transcript(argv.getFirst() + " err", process.getErrorStream());
    }

    /// Starts a program on this computer itself, where there is no lab.
    ///
    /// @param environment is added to our own
    /// @throws IOException when it cannot be started
    public static Running here(Map<String, String> environment, String... argv) throws IOException {
        var builder = new ProcessBuilder(argv);
        builder.environment().putAll(environment);
        return new Running(List.of(argv), builder.start());
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Where its standard input comes from.
    public OutputStream input() {
        return process.getOutputStream();
    }

    /// What it has written to standard output so far.
    public String out() {
        return out.text();
    }

    /// What it has written to standard error so far.
    public String err() {
        return err.text();
    }

    /// The first line of its standard output that fits behind the one found last, as soon as it is there.
    ///
    /// @throws LabException when it ends, or `patience` is over, without such a line
    public String awaitLine(Predicate<String> fits, Duration patience) {
        return awaitLine(out, fits, patience);
    }

    /// As [#awaitLine(Predicate, Duration)], of its standard error, where logs go.
    public String awaitErrorLine(Predicate<String> fits, Duration patience) {
        return awaitLine(err, fits, patience);
    }

    private String awaitLine(Transcript from, Predicate<String> fits, Duration patience) {
        try {
            return from.awaitLine(fits, patience)
                    .orElseThrow(() -> new LabException("`%s` %s without the line that was waited for: %s%s"
                            .formatted(command(), isAlive() ? "runs on" : "ended", err(), out())));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Waits until it ends by itself.
    ///
    /// @throws LabException when it still runs after `patience`; it is killed then
    public Finished await(Duration patience) {
        try {
            if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                kill();
                throw new LabException(
                        "`%s` still ran after %d ms: %s%s".formatted(command(), patience.toMillis(), err(), out()));
            }
            return new Finished(argv, process.exitValue(), out.whole(DRAIN), err.whole(DRAIN));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Asks it to end (SIGTERM) and waits; kills it when it has not ended after `patience`.
    public Finished stop(Duration patience) {
        process.destroy();
        return await(patience);
    }

    /// Ends it at once, as `kill -9` does, and waits until it is gone. What it started runs on.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(DRAIN.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String command() {
        return String.join(" ", argv);
    }

    private LabException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LabException("interrupted while waiting for `" + command() + "`", e);
    }

    /// [#kill()].
    @Override
    public void close() {
        kill();
    }
}
