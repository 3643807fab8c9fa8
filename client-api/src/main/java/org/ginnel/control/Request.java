// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.time.Duration;
import org.ginnel.account.ApiKey;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;

/// What a client asks of the daemon. One request, one [Reply], in order; only [Watch] is answered by a stream.
public sealed interface Request {
    /// Longest pause.
    Duration MAX_PAUSE = Duration.ofDays(1);

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
    /// hangs up.
    record Watch() implements Request {}

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

    /// Looks at the machine and says what it finds. Answered by [Reply.Report].
    record Diagnose() implements Request {}
}
