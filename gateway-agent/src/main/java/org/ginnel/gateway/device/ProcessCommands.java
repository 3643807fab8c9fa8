// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Real programs, with a deadline and a limit on what they print.
public final class ProcessCommands implements Commands {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int MAX_OUTPUT = 256 << 20;
    private static final int MAX_ERROR = 4096;

    @Override
    public String run(List<String> argv, String stdin) throws DeviceException {
        Process process;
        try {
            process = new ProcessBuilder(argv).start();
        } catch (IOException e) {
            throw new DeviceException(argv.getFirst() + " cannot be run: is wireguard-tools installed?", e);
        }
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            return finish(process, argv.getFirst(), stdin, readers);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String finish(Process process, String program, String stdin, ExecutorService readers)
            throws DeviceException {
        try {
            var out = readers.submit(() -> read(process.getInputStream(), MAX_OUTPUT));
            var err = readers.submit(() -> read(process.getErrorStream(), MAX_ERROR));
            var in = readers.submit(() -> write(process, stdin));
            if (!process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DeviceException(program + " did not end in " + DEADLINE.toSeconds() + " s");
            }
            in.get();
            if (process.exitValue() != 0) {
                var why = err.get().lines().findFirst().orElse("no reason given");
                throw new DeviceException(program + " failed with " + process.exitValue() + ": " + why);
            }
            return text(out, program);
        } catch (ExecutionException e) {
            throw new DeviceException(program + " cannot be talked to", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException(program + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Future<String> out, String program)
            throws DeviceException, ExecutionException, InterruptedException {
        var text = out.get();
        if (text.length() >= MAX_OUTPUT) {
            throw new DeviceException(program + " printed more than " + MAX_OUTPUT + " bytes");
        }
        return text;
    }

    private static String read(InputStream in, int limit) throws IOException {
        try (in) {
            return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
        }
    }

    private static boolean write(Process process, String stdin) {
        try (var out = process.getOutputStream()) {
            out.write(stdin.getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException e) {
            return false; // it ended without reading: its exit code tells
        }
    }
}
