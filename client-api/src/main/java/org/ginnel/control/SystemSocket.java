// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.nio.file.Files;
import java.nio.file.Path;

/// The system's own calls for a Unix socket, from `src/main/c`. Each answers a number of at least zero, or minus
/// the system's error number.
final class SystemSocket {
    /// The launchers of an installed Ginnel set it to the library's path.
    static final String LIBRARY = "ginnel.socket.library";

    private SystemSocket() {}

    /// Whether they can be used here.
    static boolean isThere() {
        return Loaded.YES;
    }

    /// Loads the library once.
    private static final class Loaded {
        static final boolean YES = load(System.getProperty(LIBRARY, ""));

        @SuppressWarnings("restricted") // the launchers allow it
        private static boolean load(String library) {
            if (library.isEmpty() || !Files.exists(Path.of(library))) {
                return false;
            }
            try {
                System.load(library);
                return true;
            } catch (UnsatisfiedLinkError _) {
                return false; // built for another system: the JDK's own channels do the same, later
            }
        }
    }

    static native int connect(byte[] path);

    /// Zero at the end.
    static native int read(int fd, byte[] into, int from, int count);

    /// How many were taken, which may be fewer.
    static native int write(int fd, byte[] of, int from, int count);

    static native int shutdown(int fd);

    static native int close(int fd);
}
