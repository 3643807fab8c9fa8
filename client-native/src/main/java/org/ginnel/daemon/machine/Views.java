// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Optional;
import org.ginnel.tunnel.TunnelView;

/// A state in the words the user sees.
public final class Views {
    /// What clients are shown of `state`.
    public static TunnelView of(State state) {
        return switch (state) {
            case Disconnected(var lastFailure, var locked) ->
                locked ? new TunnelView.Locked(lastFailure) : new TunnelView.Disconnected(lastFailure);
            case Paused paused -> new TunnelView.Paused(paused.until(), paused.server());
            case Preparing preparing -> preparing(preparing);
            case Connecting connecting -> connecting(connecting);
            case Racing racing -> connecting(racing.ahead());
            case Connected connected -> connected(connected, Optional.empty());
            case FailingOver failing -> failingOver(failing);
            case Switching switching -> switching(switching);
            case Disconnecting(var then) -> disconnecting(then);
            case Blocked(var cause, var since, var leaks, var _, var _) -> new TunnelView.Blocked(cause, since, leaks);
        };
    }

    private static TunnelView connected(Connected stands, Optional<TunnelView.Next> next) {
        var link = stands.link();
        return new TunnelView.Connected(link.server(), stands.since(), stands.proof(), link.reason(), next);
    }

    /// Another key for the same server is nobody's business.
    private static TunnelView switching(Switching switching) {
        var phase = switching.handshake() ? TunnelView.Phase.PROVING : TunnelView.Phase.HANDSHAKE;
        var next = new TunnelView.Next(Optional.of(switching.to().server()), phase);
        return connected(
                switching.from(),
                switching.from().isToTheServerOf(switching.to()) ? Optional.empty() : Optional.of(next));
    }

    private static TunnelView preparing(Preparing preparing) {
        if (preparing.standing() instanceof Standing.Shut(var why, var fallback, var tries) && fallback.isPresent()) {
            return new TunnelView.Reconnecting(fallback.get().server(), why, tries + 1);
        }
        var phase = preparing.picked().isPresent() ? TunnelView.Phase.PROVISIONING : TunnelView.Phase.CHOOSING;
        return preparing
                .carrying()
                .map(stands -> connected(stands, Optional.of(new TunnelView.Next(preparing.picked(), phase))))
                .orElseGet(() -> new TunnelView.Connecting(preparing.picked(), phase, 1));
    }

    /// A doubt is nobody's business until it is more than that.
    private static TunnelView failingOver(FailingOver failing) {
        return failing.silent()
                ? new TunnelView.Reconnecting(
                        failing.to().server(), failing.from().silence(FailingOver.DOUBT), failing.attempt())
                : connected(failing.from(), Optional.empty());
    }

    private static TunnelView connecting(Connecting connecting) {
        var server = connecting.link().server();
        var phase = connecting.handshake() ? TunnelView.Phase.PROVING : TunnelView.Phase.HANDSHAKE;
        return connecting
                .why()
                .<TunnelView>map(why -> new TunnelView.Reconnecting(server, why, connecting.attempt()))
                .orElseGet(() -> new TunnelView.Connecting(Optional.of(server), phase, connecting.attempt()));
    }

    private static TunnelView disconnecting(Disconnecting.Then then) {
        return switch (then) {
            case Disconnecting.ThenRest(), Disconnecting.ThenPause _ -> new TunnelView.Disconnecting();
            case Disconnecting.ThenConnect(var link) ->
                new TunnelView.Connecting(Optional.of(link.server()), TunnelView.Phase.SECURING, 1);
            case Disconnecting.ThenPrepare _ ->
                new TunnelView.Connecting(Optional.empty(), TunnelView.Phase.CHOOSING, 1);
        };
    }

    private Views() {}
}
