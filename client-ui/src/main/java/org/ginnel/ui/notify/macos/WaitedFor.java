// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.macos;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// Programs of this machine, which say nothing to anybody and have a few seconds.
record WaitedFor() implements ScriptBell.Program {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public boolean run(List<String> argv) {
        try {
            var process = new ProcessBuilder(argv)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
        } catch (IOException e) {
            LoggerFactory.getLogger(WaitedFor.class).debug("{}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
