// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.notify.Announcement.Topic;
import org.ginnel.ui.notify.Announcement.Urgency;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Decides what of all that the daemon says is news: what begins to be so, never what goes on, and never one cause
/// twice. How things are when the window starts is no news.
///
/// Used on the window's thread only.
public final class Announcer {
    private Optional<Standing> before = Optional.empty();
    private Optional<Class<? extends ErrorCause>> told = Optional.empty();

    /// How things stand, as far as it is news when it changes.
    private sealed interface Standing {
        record Safe(String serverId) implements Standing {}

        record Stopped(ErrorCause cause, boolean leaking) implements Standing {}

        record Failed(ErrorCause cause) implements Standing {}

        record Open() implements Standing {}
    }

    /// What there is to announce now that the link says this.
    public Optional<Announcement> on(LinkState state) {
        if (!(state instanceof LinkState.Live(var snapshot, var _, var _, var _))) {
            return Optional.empty();
        }
        var now = standing(snapshot.tunnel());
        if (now.isEmpty() || now.equals(before)) {
            return Optional.empty();
        }
        var first = before.isEmpty();
        var last = before;
        before = now;
        return first ? remember(now.get()) : news(last.get(), now.get(), snapshot.tunnel());
    }

    private Optional<Announcement> remember(Standing now) {
        cause(now).ifPresent(cause -> told = Optional.of(cause.getClass()));
        return Optional.empty();
    }

    private Optional<Announcement> news(Standing last, Standing now, TunnelView tunnel) {
        return switch (now) {
            case Standing.Safe _ -> {
                told = Optional.empty();
                yield tunnel instanceof TunnelView.Connected connected
                        ? Optional.of(connected(connected, last))
                        : Optional.empty();
            }
            case Standing.Open _ -> {
                told = Optional.empty();
                yield Optional.empty();
            }
            case Standing.Stopped(var cause, var leaking) -> {
                var again = told.equals(Optional.of(cause.getClass())) && !leaking;
                told = Optional.of(cause.getClass());
                yield again ? Optional.empty() : Optional.of(stopped(cause, leaking));
            }
            case Standing.Failed(var cause) -> {
                var again = told.equals(Optional.of(cause.getClass()));
                told = Optional.of(cause.getClass());
                yield again ? Optional.empty() : Optional.of(failed(cause));
            }
        };
    }

    private static Announcement connected(TunnelView.Connected now, Standing last) {
        var place = Place.of(now.server()).message();
        return last instanceof Standing.Safe
                ? tunnel(Urgency.NORMAL, Message.of("notify.switched"), Message.of("notify.through", place))
                : tunnel(Urgency.NORMAL, Message.of("connect.connected"), Message.of("notify.through", place));
    }

    private static Announcement stopped(ErrorCause cause, boolean leaking) {
        var why = Problem.of(cause).title();
        return leaking
                ? tunnel(Urgency.CRITICAL, Message.of("connect.leaking"), Message.of("notify.leaking", why))
                : tunnel(Urgency.CRITICAL, Message.of("connect.blocked"), Message.of("notify.blocked", why));
    }

    private static Announcement failed(ErrorCause cause) {
        var problem = Problem.of(cause);
        return tunnel(Urgency.NORMAL, problem.title(), problem.next());
    }

    private static Announcement tunnel(Urgency urgency, Message title, Message body) {
        return new Announcement(Topic.TUNNEL, urgency, title, body);
    }

    private static Optional<ErrorCause> cause(Standing standing) {
        return switch (standing) {
            case Standing.Stopped(var cause, var _) -> Optional.of(cause);
            case Standing.Failed(var cause) -> Optional.of(cause);
            case Standing.Safe _, Standing.Open _ -> Optional.empty();
        };
    }

    /// Empty for what is only a passage.
    private static Optional<Standing> standing(TunnelView tunnel) {
        return switch (tunnel) {
            case TunnelView.Connected(var server, var _, var _, var _, var _) ->
                Optional.of(new Standing.Safe(server.id()));
            case TunnelView.Blocked(var cause, var _, var leaking) -> Optional.of(new Standing.Stopped(cause, leaking));
            case TunnelView.Disconnected(var failure) -> Optional.of(resting(failure));
            case TunnelView.Locked(var failure) -> Optional.of(resting(failure));
            case TunnelView.Paused _ -> Optional.of(new Standing.Open());
            case TunnelView.Connecting _, TunnelView.Reconnecting _, TunnelView.Disconnecting _ -> Optional.empty();
        };
    }

    private static Standing resting(Optional<ErrorCause> failure) {
        return failure.<Standing>map(Standing.Failed::new).orElseGet(Standing.Open::new);
    }
}
