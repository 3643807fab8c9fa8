// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.Disturbance;
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
/// @param country whose flag stands before the detail; empty for none
/// @param steps how many of [ConnectScreen#STEPS] a connecting tunnel has taken; 0 when it is none
/// @param countdown how long a pause still takes
/// @param flow what goes through the tunnel
/// @param facts labelled values, in order
/// @param proof the evidence that the tunnel carries traffic
/// @param why this server
/// @param problem what stands in the way
/// @param details what is known of that beyond words; empty where there is nothing to look for
/// @param destination where the big control would lead, when it connects
/// @param recents servers lately used, one click away
/// @param aside what else may be done
/// @param control what the big control does
/// @param notice what another program did
public record ConnectScreen(
        Look look,
        Message title,
        Message detail,
        String country,
        int steps,
        Optional<Message> countdown,
        Optional<Flow> flow,
        List<Fact> facts,
        Optional<Message> proof,
        Optional<Why> why,
        Optional<Problem> problem,
        Optional<Details> details,
        Optional<Message> destination,
        List<Recent> recents,
        Aside aside,
        Control control,
        Optional<Message> notice) {
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
        LOCKED,
        PAUSED,
        CLOSED,
        LEAKING
    }

    /// What the big control does.
    public enum Control {
        CONNECT,
        CANCEL,
        DISCONNECT,
        RESUME,
        RETRY,
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
    /// @param others the nearest besides the one in use, the nearest first
    public record Offer(Optional<Near> fastest, List<Recent> recents, List<Near> others) {
        /// Nothing is known.
        public static final Offer NONE = new Offer(Optional.empty(), List.of(), List.of());

        public Offer {
            recents = List.copyOf(recents);
            others = List.copyOf(others);
        }
    }

    /// A server and how far it is.
    public record Near(Place place, Duration roundTrip) {}

    /// What a screen is made of besides the snapshot.
    ///
    /// @param offer what is known of the servers
    /// @param refusal why the last wish was not granted
    /// @param details what the daemon was asked about a block
    /// @param rates what went through the tunnel lately; empty while nobody tells figures
    /// @param whyOpen whether the reasons for the server are looked at
    /// @param dismissed what the user does not want to be told of any more
    /// @param now for what counts
    /// @param zone for times of day; asked for late, since finding it takes long
    public record Context(
            Offer offer,
            Optional<ErrorCause> refusal,
            Details details,
            Optional<RateHistory.Rates> rates,
            boolean whyOpen,
            Optional<Disturbance> dismissed,
            Instant now,
            Supplier<ZoneId> zone) {}

    /// The screen for that snapshot.
    public static ConnectScreen of(Snapshot snapshot, Context context) {
        var refused = context.refusal().map(Problem::of);
        var draft = switch (snapshot.tunnel()) {
            case TunnelView.Disconnected(var failure) ->
                RestingScreens.disconnected(snapshot, context, refused.or(() -> failure.map(Problem::of)));
            case TunnelView.Locked(var failure) ->
                ClosedScreens.locked(context, refused.or(() -> failure.map(Problem::of)));
            case TunnelView.Paused paused -> ClosedScreens.paused(paused, snapshot, refused, context);
            case TunnelView.Connecting connecting -> MovingScreens.connecting(connecting, refused);
            case TunnelView.Connected connected -> RestingScreens.connected(connected, snapshot, refused, context);
            case TunnelView.Reconnecting reconnecting -> MovingScreens.reconnecting(reconnecting, refused);
            case TunnelView.Disconnecting() -> MovingScreens.disconnecting();
            case TunnelView.Blocked blocked -> ClosedScreens.blocked(blocked, snapshot.settings(), refused, context);
        };
        return draft.done(DisturbanceNotice.of(snapshot, context));
    }
}
