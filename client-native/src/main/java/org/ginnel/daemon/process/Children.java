// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Starts programs that go on beside us.
public interface Children {
    /// Starts a program in a session of its own: it outlives us, whatever ends us.
    ///
    /// @param environment what it finds besides `PATH` and `LC_ALL`
    /// @param log takes what it writes; emptied first
    /// @return empty when it is not on this machine
    Optional<Child> startDetached(List<String> argv, Map<String, String> environment, Path log);

    /// Gets ready to start such a program: all is done but to begin it, which then takes a fraction of the time. What
    /// is ready ends with us, if it was not begun by then.
    ///
    /// @param argv but for its last argument, which is said when it begins
    Optional<Ready> getReady(List<String> argv, Map<String, String> environment, Path log);

    /// A program that is ready to begin, once.
    interface Ready {
        /// Begins it.
        ///
        /// @param last its last argument; one word
        /// @return empty when what was ready has ended
        Optional<Child> begin(String last);

        /// It is not needed.
        void dismiss();
    }

    /// Starts a program that tells us things by the line, at most 4096 characters each.
    ///
    /// @param onLine called on a thread of its own
    /// @return empty when it is not on this machine
    Optional<Child> startTelling(List<String> argv, Consumer<String> onLine);

    /// A program that was started.
    interface Child {
        /// Calls `action` when the program ends; at once when it has. Any thread.
        void onExit(Runnable action);

        /// Whether it still runs.
        boolean isAlive();

        /// Asks it to end, kills it when it did not within `grace`, and waits until it is gone.
        void stop(Duration grace);
    }
}
