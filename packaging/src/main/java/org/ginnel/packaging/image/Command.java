// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ginnel.lab.LabException;

/// Runs a program of the system while packing.
public final class Command {
    private static final int PATIENCE_S = 120;

    private Command() {}

    /// Runs it and gives what it says.
    ///
    /// @throws LabException with what it said when it fails or takes longer than two minutes
    public static String run(List<String> argv) throws IOException {
        var process = new ProcessBuilder(argv).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new LabException("`" + String.join(" ", argv) + "` failed: " + said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while packing", e);
        }
        return said;
    }

    /// Runs it and gives what it says.
    public static String run(String... argv) throws IOException {
        return run(List.of(argv));
    }
}
