// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program of the system while packing.
public final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(10); // xz on a busy machine

    private Command() {}

    /// Runs it and gives what it says on its standard output.
    ///
    /// @throws PackagingException with all that it said when it fails or takes longer than ten minutes
    public static String run(List<String> argv) throws IOException {
        return run(argv, PATIENCE);
    }

    /// Runs it and gives what it says on its standard output.
    public static String run(String... argv) throws IOException {
        return run(List.of(argv));
    }

    /// The output goes through files, since who reads from a pipe cannot stop waiting.
    static String run(List<String> argv, Duration patience) throws IOException {
        var out = Files.createTempFile("ginnel-packaging", ".out");
        var err = Files.createTempFile("ginnel-packaging", ".err");
        try {
            var process = new ProcessBuilder(argv)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!endsWithin(patience, process) || process.exitValue() != 0) {
                throw new PackagingException("`" + String.join(" ", argv) + "` failed: " + text(out) + text(err));
            }
            return text(out);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static boolean endsWithin(Duration patience, Process process) {
        try {
            var ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PackagingException("interrupted while packing", e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
