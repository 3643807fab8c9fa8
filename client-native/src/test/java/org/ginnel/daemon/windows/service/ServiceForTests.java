// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ginnel.daemon.windows.watch.PowerEvents;

/// A service that writes down what becomes of it, for `bin/wine-test` to be started by the service control manager.
public final class ServiceForTests {
    private ServiceForTests() {}

    /// Runs until the manager stops it.
    ///
    /// @param words the service's name, and the file to write to
    public static void main(String[] words) throws IOException {
        var file = Path.of(words[1]);
        try {
            new ServiceLoop(
                            new NativeServiceControl(),
                            words[0],
                            () -> {
                                write(file, "started");
                                return () -> write(file, "closed");
                            },
                            new PowerEvents())
                    .run();
            write(file, "over");
        } catch (IOException e) {
            write(file, String.valueOf(e.getMessage()));
        }
    }

    private static void write(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
