// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.account.Account;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.tunnel.TunnelView.Phase;

/// The states a tunnel passes on its way: pure, so that a fake and its tests agree on every step.
final class Journey {
    private Journey() {}

    /// The way to `server`, or to where `fails` ends it: before anything was changed, or blocked.
    static List<TunnelView> to(Server server, Reason reason, Optional<ErrorCause> fails) {
        var way = new ArrayList<TunnelView>();
        var last = fails.map(Journey::lastPhase).orElse(Phase.PROVING);
        for (var phase : Phase.values()) {
            if (phase.compareTo(last) > 0) {
                break;
            }
            var known = phase == Phase.CHOOSING ? Optional.<Server>empty() : Optional.of(server);
            way.add(new TunnelView.Connecting(known, phase, 1));
        }
        way.add(fails.map(cause -> end(cause, last)).orElse(Snapshots.connectedView(server, reason)));
        return way;
    }

    /// The way from a tunnel that stands to `server`, or, where `fails` ends it, back to what stands.
    static List<TunnelView> over(
            TunnelView.Connected stands, Server server, Reason reason, Optional<ErrorCause> fails) {
        if (server.id().equals(stands.server().id())) {
            return List.of(next(stands, Optional.empty()));
        }
        var way = new ArrayList<TunnelView>();
        var last = fails.map(Journey::lastPhase).orElse(Phase.PROVING);
        for (var phase : List.of(Phase.CHOOSING, Phase.PROVISIONING, Phase.HANDSHAKE, Phase.PROVING)) {
            if (phase.compareTo(last) > 0) {
                break;
            }
            var known = phase == Phase.CHOOSING ? Optional.<Server>empty() : Optional.of(server);
            way.add(next(stands, Optional.of(new TunnelView.Next(known, phase))));
        }
        way.add(fails.isPresent() ? next(stands, Optional.empty()) : Snapshots.connectedView(server, reason));
        return way;
    }

    private static TunnelView next(TunnelView.Connected stands, Optional<TunnelView.Next> next) {
        return new TunnelView.Connected(stands.server(), stands.since(), stands.proof(), stands.reason(), next);
    }

    /// The way down.
    static List<TunnelView> down() {
        return List.of(new TunnelView.Disconnecting(), new TunnelView.Disconnected(Optional.empty()));
    }

    /// Whether disconnecting from there takes no way at all.
    static boolean hasNothingToTakeDown(TunnelView view) {
        return view instanceof TunnelView.Disconnected
                || view instanceof TunnelView.Locked
                || view instanceof TunnelView.Paused;
    }

    /// A pause of what is so now; the server of a tunnel that is up or on its way comes back.
    static TunnelView.Paused paused(TunnelView now, Instant until) {
        return new TunnelView.Paused(
                until,
                switch (now) {
                    case TunnelView.Connected up -> Optional.of(up.server());
                    case TunnelView.Reconnecting again -> Optional.of(again.server());
                    case TunnelView.Connecting connecting -> connecting.server();
                    case TunnelView.Paused(var _, var then) -> then;
                    case TunnelView.Disconnected _,
                            TunnelView.Locked _,
                            TunnelView.Disconnecting _,
                            TunnelView.Blocked _ -> Optional.empty();
                });
    }

    /// Where a tunnel is that is not wanted: locked while the lockdown is on and somebody has logged in. Every
    /// other view stays as it is.
    static TunnelView atRest(TunnelView view, Settings settings, Optional<Account> account) {
        var locked = settings.lockdown() && account.isPresent();
        if (view instanceof TunnelView.Disconnected(var failure) && locked) {
            return new TunnelView.Locked(failure);
        }
        return view instanceof TunnelView.Locked(var failure) && !locked ? new TunnelView.Disconnected(failure) : view;
    }

    /// How things are where the tunnel has come to `view`.
    static Snapshot arriveAt(Snapshot s, TunnelView view) {
        var at = atRest(view, s.settings(), s.account());
        var there = Snapshots.withTunnel(s, at);
        return switch (at) {
            case TunnelView.Disconnected _, TunnelView.Paused _ ->
                Snapshots.withTraffic(
                        Snapshots.withExit(there, Optional.of(Snapshots.DIRECT_ADDRESS)), Optional.empty());
            case TunnelView.Locked _ ->
                Snapshots.withTraffic(Snapshots.withExit(there, Optional.empty()), Optional.empty());
            case TunnelView.Connected(var server, var _, var _, var _, var _) ->
                Snapshots.withRecents(
                        Snapshots.withTraffic(
                                Snapshots.withExit(there, Optional.of(Snapshots.EXIT_ADDRESS)),
                                Optional.of(new Traffic(92, 180))),
                        Stream.concat(Stream.of(server.id()), s.recents().stream())
                                .distinct()
                                .limit(5)
                                .toList());
            case TunnelView.Connecting _, TunnelView.Reconnecting _, TunnelView.Disconnecting _, TunnelView.Blocked _ ->
                Snapshots.withExit(there, Optional.empty());
        };
    }

    private static TunnelView end(ErrorCause cause, Phase last) {
        return last.compareTo(Phase.SECURING) < 0
                ? new TunnelView.Disconnected(Optional.of(cause))
                : new TunnelView.Blocked(cause, Servers.NOON, false);
    }

    private static Phase lastPhase(ErrorCause cause) {
        return switch (cause) {
            case ErrorCause.NoServers _,
                    ErrorCause.UnknownServer _,
                    ErrorCause.NotLoggedIn _,
                    ErrorCause.NotPermitted _,
                    ErrorCause.DaemonUnreachable _,
                    ErrorCause.VersionMismatch _,
                    ErrorCause.BadRequest _,
                    ErrorCause.NothingToPause _,
                    ErrorCause.Superseded _ -> Phase.CHOOSING;
            case ErrorCause.Offline _,
                    ErrorCause.ApiUntrusted _,
                    ErrorCause.KeyRefused _,
                    ErrorCause.TierRefused _,
                    ErrorCause.ApiMalformed _,
                    ErrorCause.ApiTooLarge _,
                    ErrorCause.ApiTooSlow _,
                    ErrorCause.RateLimited _,
                    ErrorCause.ApiFailed _,
                    ErrorCause.ConfigRefused _,
                    ErrorCause.KeyPending _,
                    ErrorCause.EndpointUnresolved _ -> Phase.PROVISIONING;
            case ErrorCause.EngineMissing _, ErrorCause.SystemRefused _, ErrorCause.Defect _ -> Phase.SECURING;
            case ErrorCause.NoHandshake _, ErrorCause.DeviceLost _ -> Phase.HANDSHAKE;
            case ErrorCause.TunnelSilent _, ErrorCause.NetworkDown _ -> Phase.PROVING;
        };
    }
}
