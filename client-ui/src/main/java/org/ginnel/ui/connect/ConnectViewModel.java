// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.Daemon;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.time.TimeSource;

/// Turns snapshots and clicks into [ConnectScreen]s. Counts seconds only while connected or paused, and showing.
///
/// Used on the window's thread only.
public final class ConnectViewModel implements PageModel {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int OTHERS = 3;

    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final Ways ways;
    private final TimeSource time;
    private final Executor window;
    private final Consumer<ConnectScreen> sink;
    private final Diagnosis diagnosis;
    private final RateHistory rates = new RateHistory();
    private boolean figures;
    private boolean whyOpen;
    private Optional<Disturbance> dismissed = Optional.empty();
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<ConnectScreen> shown = Optional.empty();
    private Optional<TimeSource.Timer> tick = Optional.empty();
    private boolean showing;

    /// @param window runs things on the window's thread
    /// @param sink gets every screen that differs from the one before
    public ConnectViewModel(
            Daemon daemon,
            TunnelWishes wishes,
            ServerCatalog catalog,
            Ways ways,
            TimeSource time,
            Executor window,
            Consumer<ConnectScreen> sink) {
        this.wishes = wishes;
        this.catalog = catalog;
        this.ways = ways;
        this.time = time;
        this.window = window;
        this.sink = sink;
        diagnosis = new Diagnosis(daemon, this::render);
        wishes.onChange(this::render);
        catalog.onChange(this::render);
    }

    @Override
    public void on(LinkState state) {
        if (state instanceof LinkState.Live(var now, var _, var _, var told)) {
            var before = snapshot.map(Snapshot::tunnel);
            snapshot = Optional.of(now);
            figures = told;
            now.traffic().filter(_ -> told).ifPresentOrElse(traffic -> rates.add(time.now(), traffic), rates::forget);
            if (before.isPresent() && before.get().getClass() != now.tunnel().getClass()) {
                wishes.forgetRefusal();
            }
            if (!(now.tunnel() instanceof TunnelView.Connected) && !before.equals(Optional.of(now.tunnel()))) {
                diagnosis.forget();
            }
            render();
        }
    }

    @Override
    public void showing(boolean showing) {
        this.showing = showing;
        render();
    }

    /// The big control was used.
    public void control() {
        shown.map(ConnectScreen::control).ifPresent(control -> {
            switch (control) {
                case CONNECT -> wishes.connect(new Target.Fastest());
                case CANCEL, DISCONNECT -> wishes.disconnect();
                case RESUME -> wishes.resume();
                case RETRY -> wishes.retry();
                case NOTHING -> {}
            }
        });
    }

    /// One of the choices beside the big control was used.
    public void choose(Aside.Choice choice) {
        switch (choice.does()) {
            case Aside.Action.Pause(var length) -> wishes.pause(length);
            case Aside.Action.Disconnect() -> wishes.disconnect();
        }
    }

    /// The reasons for the server are wanted, or no longer.
    public void toggleWhy() {
        whyOpen = !whyOpen;
        render();
    }

    /// Details of a block are wanted, or no longer.
    public void toggleDetails() {
        diagnosis.toggle();
    }

    /// The details are wanted on the clipboard.
    public void copyDetails() {
        snapshot.map(Snapshot::tunnel)
                .flatMap(this::headline)
                .flatMap(diagnosis::copy)
                .ifPresent(ways::copy);
    }

    private Optional<String> headline(TunnelView tunnel) {
        var refused = wishes.refusal().map(cause -> "Ginnel refused: " + cause);
        return switch (tunnel) {
            case TunnelView.Blocked(var cause, var since, var _) ->
                Optional.of("Ginnel is blocked since " + since + ": " + cause);
            case TunnelView.Disconnected(var failure) ->
                refused.or(() -> failure.map(cause -> "Ginnel did not connect: " + cause));
            case TunnelView.Locked(var failure) ->
                refused.or(() -> failure.map(cause -> "Ginnel did not connect: " + cause));
            case TunnelView.Connected _,
                    TunnelView.Connecting _,
                    TunnelView.Reconnecting _,
                    TunnelView.Disconnecting _,
                    TunnelView.Paused _ -> Optional.empty();
        };
    }

    /// The notice was read.
    public void dismissNotice() {
        dismissed = snapshot.flatMap(Snapshot::disturbance);
        render();
    }

    /// The line with the destination was used.
    public void chooseServer() {
        ways.toLocations();
    }

    /// A server lately used was chosen.
    public void connectTo(String serverId) {
        wishes.connect(new Target.Chosen(serverId));
    }

    /// The problem's button was used.
    public void remedy() {
        shown.flatMap(ConnectScreen::problem)
                .flatMap(problem -> problem.remedy())
                .ifPresent(remedy -> {
                    switch (remedy) {
                        case Remedy.Retry() -> wishes.retry();
                        case Remedy.ChooseServer() -> ways.toLocations();
                        case Remedy.ChangeKey _ -> wishes.logout();
                        case Remedy.CopyCommand(var command) -> ways.copy(command);
                    }
                });
    }

    private void render() {
        tick.ifPresent(TimeSource.Timer::cancel);
        tick = Optional.empty();
        if (!showing || snapshot.isEmpty()) {
            return;
        }
        var now = snapshot.get();
        var screen = ConnectScreen.of(now, context(now));
        if (!shown.equals(Optional.of(screen))) {
            shown = Optional.of(screen);
            sink.accept(screen);
        }
        tick = nextTick(now.tunnel()).map(wait -> time.after(wait, () -> window.execute(this::render)));
    }

    private ConnectScreen.Context context(Snapshot now) {
        var moment = time.now();
        return new ConnectScreen.Context(
                offer(now),
                wishes.refusal(),
                diagnosis.details(),
                figures ? Optional.of(rates.at(moment)) : Optional.empty(),
                whyOpen,
                dismissed,
                moment,
                time::zone);
    }

    /// A pause is counted down when a whole second of it is over, not a second after whatever was drawn last.
    private Optional<Duration> nextTick(TunnelView tunnel) {
        if (tunnel instanceof TunnelView.Connected) {
            return Optional.of(SECOND);
        }
        if (tunnel instanceof TunnelView.Paused(var until, var _)) {
            var left = Duration.between(time.now(), until);
            return left.isPositive()
                    ? Optional.of(left.minusNanos(1)
                            .minusSeconds(left.minusNanos(1).toSeconds())
                            .plusNanos(1))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private ConnectScreen.Offer offer(Snapshot now) {
        return switch (now.tunnel()) {
            case TunnelView.Disconnected _, TunnelView.Locked _ -> resting(now);
            case TunnelView.Connected(var server, var _, var _, var _, var _)
            when whyOpen -> new ConnectScreen.Offer(Optional.empty(), List.of(), others(now, server.id()));
            case TunnelView.Connected _,
                    TunnelView.Connecting _,
                    TunnelView.Reconnecting _,
                    TunnelView.Disconnecting _,
                    TunnelView.Paused _,
                    TunnelView.Blocked _ -> ConnectScreen.Offer.NONE;
        };
    }

    private ConnectScreen.Offer resting(Snapshot now) {
        catalog.want(now);
        var recents = now.recents().stream()
                .flatMap(id -> catalog.byId(id).stream())
                .map(server -> new ConnectScreen.Recent(server.id(), Place.of(server)))
                .limit(3)
                .toList();
        return new ConnectScreen.Offer(catalog.fastest().map(ConnectViewModel::near), recents, List.of());
    }

    private List<ConnectScreen.Near> others(Snapshot now, String besides) {
        catalog.want(now);
        return catalog.nearest().stream()
                .filter(other -> !other.server().id().equals(besides))
                .limit(OTHERS)
                .map(ConnectViewModel::near)
                .toList();
    }

    private static ConnectScreen.Near near(ServerCatalog.Fastest fastest) {
        return new ConnectScreen.Near(Place.of(fastest.server()), fastest.roundTrip());
    }
}
