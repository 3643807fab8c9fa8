// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.control.SocketPath;

/// How the daemon was started: arguments first, then `GINNEL_*` variables, then what an installed one uses.
///
/// @param socket where to listen
/// @param state directory of what is kept
/// @param task what to do
/// @param authorities PEM file of certificate authorities to trust besides Java's; may be absent from the disk
record Options(Path socket, Path state, Path authorities, Task task) {
    /// What a start is for.
    enum Task {
        /// To run until a signal comes.
        RUN,
        /// To close the firewall when that is wanted, and end: at boot, before there is a network.
        LOCK,
        /// To put everything back, and end: before Ginnel is removed, or when it will not start.
        RELEASE
    }

    private static final Path STATE = Path.of("/var/lib/ginnel");
    private static final Path AUTHORITIES = Path.of("/etc/ginnel/ca.pem");

    /// What `ginneld --help` prints.
    static final String HELP = """
            ginneld: the Ginnel daemon. It owns the tunnel and the firewall, and needs to be root.

              --socket FILE   where to listen (GINNEL_SOCKET; %s)
              --state DIR     what is kept between runs (GINNEL_STATE; %s)
              --lock          close the firewall if a tunnel or the lockdown is wanted, and end (at boot)
              --release       put everything back, want no tunnel and no lockdown, and end
              --version       print the version
              --help          print this
            """.formatted(SocketPath.INSTALLED, STATE);

    /// Reads them; empty when an argument is not one of ours.
    static Optional<Options> read(List<String> arguments, Map<String, String> environment) {
        var socket = SocketPath.from(environment);
        var state = Path.of(environment.getOrDefault("GINNEL_STATE", STATE.toString()));
        var task = Task.RUN;
        for (var words = arguments.iterator(); words.hasNext(); ) {
            var word = words.next();
            if (word.equals("--lock")) {
                task = Task.LOCK;
            } else if (word.equals("--release")) {
                task = Task.RELEASE;
            } else if (word.equals("--socket") && words.hasNext()) {
                socket = Path.of(words.next());
            } else if (word.equals("--state") && words.hasNext()) {
                state = Path.of(words.next());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Options(socket, state, AUTHORITIES, task));
    }
}
