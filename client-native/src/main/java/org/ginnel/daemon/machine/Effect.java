// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;

/// Something to do to the system.
public sealed interface Effect {
    /// Keep on disk that this tunnel is wanted, or, when empty, that none is.
    record Remember(Optional<Link> wanted) implements Effect {}

    /// Keep on disk until when everything may leave, or, when empty, that there is no pause.
    record RememberPause(Optional<Instant> until) implements Effect {}

    /// Make the policy hold, in one transaction.
    record ApplyFirewall(FirewallPolicy policy) implements Effect {}

    /// Make the device and the routes that only we use. Replaces what stands in its lane, and leaves the other alone.
    record StartDevice(Link link) implements Effect {}

    /// Remove the device of a lane and the routes that only it uses, and leave the other alone. What cannot be
    /// removed is the log's business: [TearDown] tries again.
    record StopDevice(Lane lane) implements Effect {}

    /// Try the handshake again now, at the link's endpoint, which may be another one than before.
    record RetryHandshake(Link link) implements Effect {}

    /// Tell the device its endpoint again: the way there may be another one. A failure shows in the proof that
    /// follows.
    record Roam(Link link) implements Effect {}

    /// Move everybody's traffic and names into the tunnel. What a firewall lets stand in other lanes stays there.
    record Divert(Link link) implements Effect {}

    /// Put back names and routes, and remove the devices of all lanes. Answered by [Event.TornDown], never by
    /// [Event.Failed].
    record TearDown() implements Effect {}

    /// In the background: pick a server, get its config, resolve its endpoint. Replaces the background work
    /// under way.
    ///
    /// @param renew keep the server of this link, and ask the API even if a config is remembered
    record Provision(Target target, Optional<Link> renew) implements Effect {}

    /// In the background: look for a round trip inside the tunnel. Replaces the background work under way. Data that
    /// comes in meanwhile is as good as an answer.
    record Prove(Link link, Duration limit) implements Effect {}

    /// As [Prove], of a tunnel beside the one that everybody uses, and beside other work. Replaces the last of its
    /// kind.
    record ProveBeside(Link link, Duration limit) implements Effect {}

    /// Has data come in since the last check ([Event.Alive])? If not, and data was sent, as [Prove]. If neither,
    /// [Event.Quiet], or, when asked to, a question to whoever answered last. Replaces what is under way.
    ///
    /// @param last the latest proof
    /// @param ask whether to ask where nothing was sent
    record CheckLife(Link link, Proof last, boolean ask, Duration limit) implements Effect {}

    /// Stop the background work under way; nothing of it is heard any more. A search for a standby goes on.
    record CancelWork() implements Effect {}

    /// In the background, beside all other work: find a server that could stand in for this one, and get ready all
    /// that is needed to connect to it while nothing can be asked. Answered by [Event.StandbyFound].
    record FindStandby(Link link) implements Effect {}

    /// In the background, beside all other work: get another key, and other addresses, for the server of this link.
    /// Answered by [Event.OtherKeyFound].
    record FindOtherKey(Link link) implements Effect {}

    /// Ask for [Event.TimerFired] after this time. Replaces the timer that is set.
    record SetTimer(Duration after) implements Effect {}

    /// Tell whoever asked for a tunnel, or for none, how it ended.
    ///
    /// @param failure empty when it worked
    record Answer(Optional<ErrorCause> failure) implements Effect {}

    /// In the background: ask the API which address it sees us come from.
    record LookUpExit() implements Effect {}
}
