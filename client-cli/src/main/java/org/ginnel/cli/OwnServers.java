// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.Printable;
import org.ginnel.control.Request;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;

/// Servers of the user's own, from WireGuard configs. Keeps nothing of a config and prints nothing of it: the daemon
/// alone decides whether it is one.
final class OwnServers {
    private OwnServers() {}

    /// Gives the config in a file to the daemon.
    ///
    /// @return what to say
    static String add(String file, Daemon daemon) throws Failure {
        var path = path(file);
        var name = Request.AddServer.nameOf(path);
        var before = of(daemon);
        try {
            daemon.addServer(name, text(path));
        } catch (Failure e) {
            throw e.errorCause().orElse(null) instanceof ErrorCause.ConfigRefused refused
                    ? Failure.of(ExitCode.CONFIG, Explanation.ofOwnConfig(refused), refused)
                    : e;
        }
        var added =
                of(daemon).stream().filter(server -> !before.contains(server)).findFirst();
        return added.map(server -> Printable.fit(server.name(), Request.MAX_OWN_NAME)
                        + " is one of your servers now. `ginnel connect " + server.id() + "` connects to it.")
                .orElse("It was there already, and is called " + Printable.fit(name, Request.MAX_OWN_NAME) + ".");
    }

    /// Takes a server away.
    ///
    /// @return what to say
    static String remove(String word, Daemon daemon) throws Failure {
        var server = Change.named(word, of(daemon), "`ginnel servers` lists yours with the tier own.");
        daemon.removeServer(server.id());
        return Printable.fit(server.name(), Request.MAX_OWN_NAME) + " is gone, and so are its keys.";
    }

    private static List<Server> of(Daemon daemon) throws Failure {
        return daemon.servers(false).stream().filter(Server::isOwn).toList();
    }

    private static Path path(String file) throws Failure {
        try {
            return Path.of(file);
        } catch (InvalidPathException _) {
            throw unfit("That is not a path.", "It holds a character that no path may hold.");
        }
    }

    private static String text(Path file) throws Failure {
        try {
            if (Files.size(file) <= Request.MAX_OWN_CONFIG) {
                return Files.readString(file, StandardCharsets.UTF_8);
            }
            throw unfit("That is too large for a config.", "A config has at most 10 KiB.");
        } catch (CharacterCodingException _) {
            throw unfit("That is no text.", "A config is UTF-8. The window reads pictures of QR codes too.");
        } catch (IOException e) {
            throw unfit("The file cannot be read.", e.getClass().getSimpleName() + ".");
        }
    }

    private static Failure unfit(String what, String why) {
        return Failure.of(ExitCode.CONFIG, new Explanation(what, why, "Name the .conf file that you were given."));
    }
}
