// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ginnel.lab.program.Programs;

/// Shares the work of a [Lane] among several, each in a process and in namespaces of its own, so that none sees
/// what the others do.
///
/// @param shares what each is to do
record Lanes(List<Variables> shares, Programs programs) {
    private static final File NOTHING = new File("/dev/null");

    /// Does all of it.
    ///
    /// @param reports gets what each lane reports, one after the other
    /// @return the numbers of the lanes that did not get to their end, from 1; they said why on the standard error
    List<Integer> run(Consumer<Report> reports) throws IOException {
        var processes = new ArrayList<Process>();
        var readers = new ArrayList<CompletableFuture<Void>>();
        // From this thread, which waits for them: `bin/enter` ends with the thread that started it.
        for (var i = 0; i < shares.size(); i++) {
            var process = start(shares.get(i).with("LANE", i + 1));
            processes.add(process);
            readers.add(reading(process, reports));
        }
        var broken = new ArrayList<Integer>();
        for (var i = 0; i < processes.size(); i++) {
            readers.get(i).join();
            if (ended(processes.get(i)) != 0) {
                broken.add(i + 1);
            }
        }
        return broken;
    }

    private Process start(Variables share) throws IOException {
        var argv = new ArrayList<>(List.of(programs.launchers().resolve("lab").toString(), "leaks"));
        argv.addAll(share.given());
        return new ProcessBuilder(argv)
                .redirectInput(Redirect.from(NOTHING))
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static CompletableFuture<Void> reading(Process process, Consumer<Report> reports) {
        var read = new CompletableFuture<Void>();
        Thread.ofVirtual().name("lane").start(() -> {
            try (var lines = process.inputReader()) {
                readAll(lines, reports);
                read.complete(null);
            } catch (IOException | RuntimeException e) {
                read.completeExceptionally(e);
            }
        });
        return read;
    }

    private static void readAll(BufferedReader lines, Consumer<Report> reports) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var report = ReportCodec.decode(line);
            synchronized (reports) {
                reports.accept(report);
            }
        }
    }

    private static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a lane", e);
        }
    }
}
