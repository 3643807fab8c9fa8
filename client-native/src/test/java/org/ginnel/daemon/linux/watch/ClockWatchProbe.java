// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// For `src/test/bin/clock-watch`, in a kernel whose clock may be set: runs commands that set it or let it sleep, and
/// says whether [ClockWatch] heard of each. Ends with 0 when it heard of every one, and of nothing before the first.
public final class ClockWatchProbe {
    private static final int SILENT_MILLIS = 500;
    private static final int PATIENCE_SECONDS = 15;

    public static void main(String... commands) throws IOException, InterruptedException {
        var told = new Semaphore(0);
        try (var _ = ClockWatch.start(told::release)) {
            var good = !told.tryAcquire(SILENT_MILLIS, TimeUnit.MILLISECONDS);
            for (var command : commands) {
                var process =
                        new ProcessBuilder("sh", "-c", command).inheritIO().start();
                var heard = told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
                System.out.println("clock-watch: " + (heard ? "heard" : "DID NOT HEAR") + " of: " + command);
                good &= heard;
                process.waitFor();
                told.drainPermits();
            }
            System.exit(good ? 0 : 1);
        }
    }

    private ClockWatchProbe() {}
}
