// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.host.Host.Places;
import org.ginnel.host.OperatingSystem;

/// How the daemon was started: arguments first, then `GINNEL_*` variables, then what an installed one uses.
///
/// @param places where to listen, what is kept, whom to trust
/// @param task what to do
/// @param log where the log goes; empty for standard error
record Options(Places places, Task task, Optional<Path> log) {
    /// What a start is for.
    enum Task {
        /// To run until a signal comes.
        RUN,
        /// To run until Windows' service control manager says that it is enough.
        SERVE,
        /// To close the firewall when that is wanted, and end: at boot, before there is a network.
        LOCK,
        /// To put everything back, and end: before Ginnel is removed, or when it will not start.
        RELEASE
    }

    /// What `ginneld --help` prints.
    ///
    /// @param installed what an installed one uses
    /// @param system as it is said there
    static String help(Places installed, OperatingSystem system) {
        var service = "\n  --service       run as a service of Windows, which starts it so";
        return """
                ginneld: the Ginnel daemon. It owns the tunnel and the firewall, and needs to be %s.

                  --socket FILE   where to listen (GINNEL_SOCKET; %s)
                  --state DIR     what is kept between runs (GINNEL_STATE; %s)
                  --log FILE      write the log there, a megabyte at most, and keep one more as FILE.old
                  --lock          close the firewall if a tunnel or the lockdown is wanted, and end (at boot)
                  --release       put everything back, want no tunnel and no lockdown, and end%s
                  --version       print the version
                  --help          print this
                """.formatted(
                        switch (system) {
                            case LINUX, MACOS -> "root";
                            case WINDOWS -> "the system, or an administrator";
                        },
                        installed.socket(),
                        installed.state(),
                        system == OperatingSystem.WINDOWS ? service : "");
    }

    /// How much is to be logged: `ERROR`, `WARN`, `INFO`, `DEBUG` or `TRACE`.
    static String logLevel(Map<String, String> environment) {
        return environment.getOrDefault("GINNEL_LOG", "INFO");
    }

    /// Reads them; empty when an argument is not one of ours.
    ///
    /// @param installed what an installed one uses
    static Optional<Options> read(List<String> arguments, Map<String, String> environment, Places installed) {
        var socket = named(environment, "GINNEL_SOCKET", installed.socket());
        var state = named(environment, "GINNEL_STATE", installed.state());
        var task = Task.RUN;
        Optional<Path> log = Optional.empty();
        for (var words = arguments.iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "--lock" -> task = Task.LOCK;
                case "--release" -> task = Task.RELEASE;
                case "--service" -> task = Task.SERVE;
                case "--socket", "--state", "--log" -> {
                    if (!words.hasNext()) {
                        return Optional.empty();
                    }
                    var path = Path.of(words.next());
                    socket = word.equals("--socket") ? path : socket;
                    state = word.equals("--state") ? path : state;
                    log = word.equals("--log") ? Optional.of(path) : log;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Options(new Places(socket, state, installed.authorities()), task, log));
    }

    private static Path named(Map<String, String> environment, String variable, Path otherwise) {
        var named = environment.getOrDefault(variable, "");
        return named.isBlank() ? otherwise : Path.of(named);
    }
}
