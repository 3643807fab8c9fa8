// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.daemon.control.SnapshotFeed;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.Views;
import org.ginnel.daemon.store.Login;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.wireguard.Config;

/// What clients are shown, put together from those who know. To be used on the loop.
final class Picture {
    private final Keeper keeper;
    private final Catalog catalog;
    private final Watchers watchers = new Watchers();
    private State state = new Disconnected(Optional.empty(), false);
    private Instant since = Instant.EPOCH;
    private Optional<String> exitAddress = Optional.empty();
    private Optional<Traffic> traffic = Optional.empty();
    private Optional<Disturbance> disturbance = Optional.empty();
    private Optional<Config> carriedBy = Optional.empty();
    private Optional<TunnelKey> key = Optional.empty();
    private long revision = 1;
    private long serversRevision = 1;

    Picture(Keeper keeper, Catalog catalog) {
        this.keeper = keeper;
        this.catalog = catalog;
    }

    /// How things are now.
    Snapshot now() {
        var saved = keeper.saved();
        return new Snapshot(
                revision,
                Views.of(state),
                saved.login().map(Login::account),
                serversRevision,
                catalog.measuring(),
                saved.recents(),
                saved.favourites(),
                saved.own().size(),
                exitAddress,
                traffic,
                saved.settings(),
                disturbance,
                key);
    }

    /// The tunnel is in another state. What was known of the old one's way out holds no more.
    ///
    /// @param when that began, if it is one that users tell apart from the one before
    void tunnel(State next, Instant when) {
        if (!Views.of(next).getClass().equals(Views.of(state).getClass())) {
            since = when;
        }
        if (!isSameWayOut(state, next)) {
            exitAddress = Optional.empty();
            traffic = Optional.empty();
        }
        state = next;
        lookAtKey();
        publish();
    }

    /// What is known of a key is looked up once for each tunnel, not for every proof of life.
    private void lookAtKey() {
        var config = state.carrying().map(now -> now.link().config());
        if (!config.equals(carriedBy)) {
            carriedBy = config;
            key = config.flatMap(now -> KeyFacts.of(keeper.saved(), now));
        }
    }

    private static boolean isSameWayOut(State one, State other) {
        var before = one.carrying().map(Connected::since);
        var after = other.carrying().map(Connected::since);
        if (before.isPresent() || after.isPresent()) {
            return before.equals(after);
        }
        return one.getClass().equals(other.getClass());
    }

    /// Another program changed a part of what protects.
    void disturbed(ErrorCause.Part part, Instant when) {
        var times = disturbance.map(Disturbance::times).orElse(0) + 1;
        disturbance = Optional.of(new Disturbance(part, when, times));
        publish();
    }

    void exitAddress(Optional<String> address) {
        if (!address.equals(exitAddress)) {
            exitAddress = address;
            publish();
        }
    }

    void traffic(Optional<Traffic> carried) {
        if (!carried.equals(traffic)) {
            traffic = carried;
            publish();
        }
    }

    /// The list of servers, or what is known of them, is another one.
    void serversChanged() {
        serversRevision++;
        publish();
    }

    /// Something else is another one.
    void publish() {
        revision++;
        watchers.show(now());
    }

    void watch(SnapshotFeed feed, boolean figures) {
        watchers.add(feed, figures, now());
    }

    void unwatch(SnapshotFeed feed) {
        watchers.remove(feed);
    }

    /// Whether anybody wants to see figures.
    boolean isWatchedForFigures() {
        return watchers.wantFigures();
    }

    Optional<Disturbance> disturbance() {
        return disturbance;
    }

    State state() {
        return state;
    }

    /// When the state began, as users tell states apart.
    Instant since() {
        return since;
    }

    long serversRevision() {
        return serversRevision;
    }
}
