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
/// @param authorities PEM file of certificate authorities to trust besides Java's; may be absent from the disk
record Options(Path socket, Path state, Path authorities) {
    private static final Path STATE = Path.of("/var/lib/ginnel");
    private static final Path AUTHORITIES = Path.of("/etc/ginnel/ca.pem");

    /// What `ginneld --help` prints.
    static final String HELP = """
            ginneld: the Ginnel daemon. It owns the tunnel and the firewall, and needs to be root.

              --socket FILE   where to listen (GINNEL_SOCKET; %s)
              --state DIR     what is kept between runs (GINNEL_STATE; %s)
              --version       print the version
              --help          print this
            """.formatted(SocketPath.INSTALLED, STATE);

    /// Reads them; empty when an argument is not one of ours.
    static Optional<Options> read(List<String> arguments, Map<String, String> environment) {
        var socket = SocketPath.from(environment);
        var state = Path.of(environment.getOrDefault("GINNEL_STATE", STATE.toString()));
        for (var i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                return Optional.empty();
            }
            var value = Path.of(arguments.get(i + 1));
            switch (arguments.get(i)) {
                case "--socket" -> socket = value;
                case "--state" -> state = value;
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Options(socket, state, AUTHORITIES));
    }
}
