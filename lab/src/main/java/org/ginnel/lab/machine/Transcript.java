// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// What a program has written so far: its last mebibyte at most.
final class Transcript {
    private static final int MAX_CHARS = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    private final Thread reader;
    private boolean ended;
    private int awaited;

    Transcript(String name, InputStream from) {
        reader = Thread.ofPlatform().name(name).daemon().start(() -> follow(from));
    }

    private void follow(InputStream from) {
        try (var lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line + "\n");
            }
        } catch (IOException e) {
            add("[its output broke off: " + e.getMessage() + "]\n");
        } finally {
            finish();
        }
    }

    private void add(String line) {
        lock.lock();
        try {
            text.append(line);
            var excess = Math.max(0, text.length() - MAX_CHARS);
            text.delete(0, excess);
            awaited = Math.max(0, awaited - excess);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void finish() {
        lock.lock();
        try {
            ended = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    String text() {
        lock.lock();
        try {
            return text.toString();
        } finally {
            lock.unlock();
        }
    }

    /// All that was written, once the writer is done, or what came within `patience`.
    String whole(Duration patience) throws InterruptedException {
        reader.join(patience);
        return text();
    }

    /// The first line that fits behind the one that was found last, as soon as it is written; empty when the output
    /// ends or `patience` is over first. So what is awaited one after the other has happened one after the other.
    Optional<String> awaitLine(Predicate<String> fits, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                var found = next(fits);
                if (found.isPresent() || ended || left <= 0) {
                    return found;
                }
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> next(Predicate<String> fits) {
        while (awaited < text.length()) {
            var end = text.indexOf("\n", awaited);
            var line = text.substring(awaited, end);
            awaited = end + 1;
            if (fits.test(line)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
