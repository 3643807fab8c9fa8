// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.nio.file.Path;
import java.time.Duration;
import org.ginnel.account.ApiKey;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;

/// What a client asks of the daemon. One request, one [Reply], in order; only [Watch] is answered by a stream.
public sealed interface Request {
    /// Longest pause.
    Duration MAX_PAUSE = Duration.ofDays(1);

    /// Longest name of a server of the user's own, in characters.
    int MAX_OWN_NAME = 64;

    /// Longest config of one, in characters: it has to fit into a request however it is escaped.
    int MAX_OWN_CONFIG = 10 * 1024;

    /// How many servers of their own a user can have.
    int MAX_OWN_SERVERS = 50;

    /// How many servers a user can mark.
    int MAX_FAVOURITES = 100;

    /// Opens every connection. Answered by [Reply.Welcome], or refused when the versions do not fit.
    ///
    /// @param version [ControlCodec#VERSION] of the client
    /// @param client its name and version, for the log, at most 64 characters
    record Hello(int version, String client) implements Request {}

    /// What is so now. Answered by [Reply.Status].
    record GetStatus() implements Request {}

    /// Answered by [Reply.Status] at once and after every change, at most ten times a second, until the client
    /// hangs up. Said again while watching, it changes what is told from then on and is answered at once too; any
    /// other request while watching ends the connection.
    ///
    /// @param figures whether changes are told in which [only figures][Snapshot#isSameButForFigures] differ: bytes
    ///     are counted only while somebody wants that, and come once a second
    record Watch(boolean figures) implements Request {}

    /// Tries the key against the API and keeps both when it is good. Changes nothing when it is not.
    /// Answered by [Reply.Done].
    ///
    /// @param apiUrl `https://host[:port][/path]`, or `http://` for a loopback host only
    record Login(ApiKey key, String apiUrl) implements Request {}

    /// Disconnects, forgets the key, the devices and everything learnt with them. Answered by [Reply.Done].
    record Logout() implements Request {}

    /// The servers of the tier. Answered by [Reply.Servers].
    ///
    /// @param refresh ask the API again first, else what is known
    /// @param measure measure latencies first; takes up to a few seconds
    record ListServers(boolean refresh, boolean measure) implements Request {}

    /// Connect, or switch when connected. Answered by [Reply.Done] or [Reply.Refused].
    ///
    /// @param await answer when it has worked or failed, else when it has begun
    record Connect(Target target, boolean await) implements Request {}

    /// Takes the tunnel down and opens the firewall. Answered by [Reply.Done] when that is so.
    record Disconnect() implements Request {}

    /// Lets everything leave for a while; then the tunnel or the lockdown comes back by itself. Answered by
    /// [Reply.Done] when that is so, refused when nothing is closed.
    ///
    /// @param length from a second to [#MAX_PAUSE]
    record Pause(Duration length) implements Request {
        /// @throws IllegalArgumentException when `length` is out of range
        public Pause {
            if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(MAX_PAUSE) > 0) {
                throw new IllegalArgumentException("a pause takes from a second to a day");
            }
        }
    }

    /// Ends a pause now. Answered as [Connect] is, or by [Reply.Done] when there is none.
    ///
    /// @param await as for [Connect]
    record EndPause(boolean await) implements Request {}

    /// Answered by [Reply.Done].
    record ChangeSettings(Settings settings) implements Request {}

    /// Adds a server of the user's own from a WireGuard config; the same config again only renames it. Answered by
    /// [Reply.Done], refused with [ErrorCause.ConfigRefused] when it is none that we run. Prints without the text,
    /// which has keys in it.
    ///
    /// @param name for people, 1 to [#MAX_OWN_NAME] characters
    /// @param config at most [#MAX_OWN_CONFIG] characters
    record AddServer(String name, String config) implements Request {
        /// @throws IllegalArgumentException when one of them is too long, or the name is blank
        public AddServer {
            if (name.isBlank() || name.length() > MAX_OWN_NAME || config.length() > MAX_OWN_CONFIG) {
                throw new IllegalArgumentException("a name has 1 to 64 characters, a config at most 10240");
            }
        }

        /// What to call the server of a file: as the file, without its ending, and so that it fits.
        public static String nameOf(Path file) {
            var whole = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]{1,5}$", "");
            var name = whole.replaceAll("\\p{C}", " ").strip();
            return name.isEmpty() ? "WireGuard" : name.substring(0, Math.min(name.length(), MAX_OWN_NAME));
        }

        @Override
        public String toString() {
            return "AddServer[" + name + "]";
        }
    }

    /// Forgets a server of the user's own. Answered by [Reply.Done], also when there is none of that id.
    ///
    /// @param serverId see [Server#id()]
    record RemoveServer(String serverId) implements Request {}

    /// Marks a server as one the user likes, or takes the mark away. Answered by [Reply.Done]; a mark beyond
    /// [#MAX_FAVOURITES] takes the place of the oldest.
    ///
    /// @param serverId see [Server#id()]; the operator need not offer it
    record Favour(String serverId, boolean marked) implements Request {
        public Favour {
            if (!Server.isId(serverId)) {
                throw new IllegalArgumentException("a server id is 1 to 64 of [A-Za-z0-9._-]");
            }
        }
    }

    /// Gives this device other keys now and not only when they are old: under a tunnel beside it, so that nothing
    /// that is open ends. Answered by [Reply.Done] when that is noted: what could not be done is tried again, also
    /// after a restart. Refused with [ErrorCause.NotLoggedIn] when there are none.
    record ChangeKeys() implements Request {}

    /// Looks at the machine and says what it finds. Answered by [Reply.Report].
    record Diagnose() implements Request {}

    /// What is remembered of earlier tunnels: only for whoever may change things, as it tells when this machine was
    /// used. Answered by [Reply.Remembered].
    record GetHistory() implements Request {}

    /// Whether to remember tunnels from now on; when not, what is remembered is forgotten. Answered by
    /// [Reply.Remembered].
    record KeepHistory(boolean keep) implements Request {}

    /// Forgets all that is remembered. A tunnel that is up is remembered from now on. Answered by [Reply.Remembered].
    record DeleteHistory() implements Request {}
}
