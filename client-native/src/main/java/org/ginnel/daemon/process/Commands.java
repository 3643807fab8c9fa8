// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import java.time.Duration;
import java.util.List;

/// Runs other programs: an argument list, never a shell; text on standard input; a limit on time and on output.
public interface Commands {
    /// Runs one program to its end. Blocks; any thread.
    ///
    /// @return how it ended; a program that cannot be started or is killed at its limit is an outcome, too
    Outcome run(Command command);

    /// A program to run.
    ///
    /// @param argv the program and its arguments; never a secret
    /// @param stdin what it reads; may hold secrets, so `toString` leaves it out
    /// @param limit after this it is killed
    record Command(List<String> argv, String stdin, Duration limit) {
        public Command {
            argv = List.copyOf(argv);
        }

        /// A program that reads nothing and has five seconds.
        public static Command of(String... argv) {
            return new Command(List.of(argv), "", Duration.ofSeconds(5));
        }

        /// The same with `text` on its standard input.
        public Command reading(String text) {
            return new Command(argv, text, limit);
        }

        @Override
        public String toString() {
            return "Command" + argv;
        }
    }

    /// How a program ended.
    sealed interface Outcome {
        /// It ran to its end.
        ///
        /// @param stdout at most 1 MiB of it
        /// @param stderr at most 64 KiB of it
        record Exited(int code, String stdout, String stderr) implements Outcome {}

        /// It is not on this machine.
        record Missing() implements Outcome {}

        /// It did not end in time and was killed.
        record TimedOut() implements Outcome {}
    }
}
