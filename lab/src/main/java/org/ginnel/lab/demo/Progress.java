// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ginnel.lab.machine.Work;

/// Tells a person what takes so long: a line for every step that is not done after a second.
///
/// @param line where the line goes
public record Progress(Consumer<String> line) {
    /// For tests.
    public static final Progress SILENT = new Progress(line -> {});

    /// Does `step`.
    ///
    /// @param name what is being done, as in "building the network"
    public <T> T during(String name, Work<T> step) throws IOException {
        var late = CompletableFuture.runAsync(
                () -> line.accept("==> " + name), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
        try {
            return step.run();
        } finally {
            late.cancel(false);
        }
    }
}
