// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a program until a signal ends the process, which waits for it to close.
final class UntilSignal {
    private static final Logger LOG = LoggerFactory.getLogger(UntilSignal.class);

    private UntilSignal() {}

    static void run(Host.Program program) throws IOException, InterruptedException {
        var running = program.start();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running, ended), "ginnel-shutdown"));
        ended.await();
    }

    private static void close(Host.Running running, CountDownLatch ended) {
        try {
            running.close();
        } catch (IOException e) {
            LOG.error("closing: {}", e.getMessage());
        } finally {
            ended.countDown();
        }
    }
}
