// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

/// Ctrl+C and its kin.
@FunctionalInterface
interface Interrupts {
    /// Runs `farewell` when the process is told to end before the result is closed.
    Watch during(Runnable farewell);

    /// Ends the watch.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// The real ones: SIGINT, SIGTERM and SIGHUP, of which the JVM exits with 128 + the signal's number.
    static Interrupts ofProcess() {
        return farewell -> {
            var hook = Thread.ofPlatform().name("ginnel-farewell").unstarted(farewell);
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException _) {
                    return; // the process ends already, and the hook has run or runs
                }
            };
        };
    }
}
