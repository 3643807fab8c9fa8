// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which processes live in a network namespace, whoever started them.
final class Inhabitants {
    /// The network namespace of the calling thread.
    static Path here() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net"));
    }

    static List<ProcessHandle> of(Path network) {
        return ProcessHandle.allProcesses()
                .filter(process -> livesIn(process, network))
                .toList();
    }

    private static boolean livesIn(ProcessHandle process, Path network) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "ns/net"))
                    .equals(network);
        } catch (IOException e) {
            // It ended while we looked, or it is another user's and so none of ours.
            return false;
        }
    }

    private Inhabitants() {}
}
