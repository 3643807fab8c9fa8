// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Everything the connect screen shows, and nothing else.
///
/// @param look the state as a shape and a colour
/// @param title the state in a word or two
/// @param detail what that means for the user's traffic, or where the tunnel ends
/// @param steps how many of [ConnectScreen#STEPS] a connecting tunnel has taken; 0 when it is none
/// @param facts labelled values, in order
/// @param proof the evidence that the tunnel carries traffic
/// @param reason why this server
/// @param problem what stands in the way
/// @param destination where the big control would lead, when it connects
/// @param recents servers lately used, one click away
/// @param control what the big control does
public record ConnectScreen(
        Look look,
        Message title,
        Message detail,
        int steps,
        List<Fact> facts,
        Optional<Message> proof,
        Optional<Message> reason,
        Optional<Problem> problem,
        Optional<Message> destination,
        List<Recent> recents,
        Control control) {
    /// How many steps lead to a tunnel.
    public static final int STEPS = TunnelView.Phase.values().length;

    public ConnectScreen {
        facts = List.copyOf(facts);
        recents = List.copyOf(recents);
    }

    /// The state as a shape and a colour.
    public enum Look {
        OPEN,
        WORKING,
        SAFE,
        CLOSED,
        LEAKING
    }

    /// What the big control does.
    public enum Control {
        CONNECT,
        CANCEL,
        DISCONNECT,
        UNBLOCK,
        NOTHING
    }

    /// A labelled value.
    ///
    /// @param id stable, for tests: `exit` is the node `#fact-exit`
    public record Fact(String id, Message label, Message value) {}

    /// A server lately used.
    public record Recent(String serverId, Place place) {}

    /// What is known of the servers.
    ///
    /// @param fastest the one with the shortest round trip
    /// @param recents servers lately used that are still on the list, newest first
    public record Offer(Optional<Near> fastest, List<Recent> recents) {
        /// Nothing is known.
        public static final Offer NONE = new Offer(Optional.empty(), List.of());

        public Offer {
            recents = List.copyOf(recents);
        }
    }

    /// A server and how far it is.
    public record Near(Place place, Duration roundTrip) {}

    /// The screen for that snapshot.
    ///
    /// @param offer what is known of the servers
    /// @param refusal why the last wish was not granted
    /// @param now for what counts up
    public static ConnectScreen of(Snapshot snapshot, Offer offer, Optional<ErrorCause> refusal, Instant now) {
        var refused = refusal.map(Problem::of);
        return switch (snapshot.tunnel()) {
            case TunnelView.Disconnected(var failure) ->
                RestingScreens.disconnected(snapshot, offer, refused.or(() -> failure.map(Problem::of)));
            case TunnelView.Connecting connecting -> MovingScreens.connecting(connecting, refused);
            case TunnelView.Connected connected -> RestingScreens.connected(connected, snapshot, refused, now);
            case TunnelView.Reconnecting reconnecting -> MovingScreens.reconnecting(reconnecting, refused);
            case TunnelView.Disconnecting() -> MovingScreens.disconnecting();
            case TunnelView.Blocked blocked -> RestingScreens.blocked(blocked, refused);
        };
    }
}
