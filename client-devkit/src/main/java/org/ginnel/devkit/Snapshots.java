// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.account.Tier;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;

/// Snapshots for tests, and copies of one with something changed.
public final class Snapshots {
    /// Where the machine is seen to come from without a tunnel.
    public static final String DIRECT_ADDRESS = "198.51.100.7";
    /// Where it is seen to come from through one.
    public static final String EXIT_ADDRESS = "203.0.113.7";

    private Snapshots() {}

    /// Nobody has logged in and nothing is on.
    public static Snapshot loggedOut() {
        return new Snapshot(
                1,
                new TunnelView.Disconnected(Optional.empty()),
                Optional.empty(),
                0,
                false,
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                Settings.defaults(),
                Optional.empty(),
                Optional.empty());
    }

    /// Logged in with a `pro` key, disconnected, seen from [#DIRECT_ADDRESS].
    public static Snapshot loggedIn() {
        return withExit(withAccount(loggedOut(), Optional.of(account())), Optional.of(DIRECT_ADDRESS));
    }

    /// Logged in and connected to `server`, which was the fastest.
    public static Snapshot connected(Server server) {
        var view = connectedView(server, new Reason.Fastest(Duration.ofMillis(9), 14, 15));
        var up = withTraffic(withTunnel(loggedIn(), view), Optional.of(new Traffic(1_234_567, 89_012)));
        return withRecents(withExit(up, Optional.of(EXIT_ADDRESS)), List.of(server.id()));
    }

    /// The state Connected, since [Servers#NOON], proven by the gateway of the legacy configs.
    public static TunnelView.Connected connectedView(Server server, Reason reason) {
        var proof = new Proof(Servers.NOON, Duration.ofMillis(11), "10.7.0.1");
        return new TunnelView.Connected(server, Servers.NOON, proof, reason, Optional.empty());
    }

    /// An account of the tier `pro`.
    public static Account account() {
        return new Account(
                "https://api.vpn.example.com", "testuser\u2026", new Tier("pro", "Pro", 15, "Every server we have"));
    }

    /// A copy in another state of the tunnel.
    public static Snapshot withTunnel(Snapshot s, TunnelView tunnel) {
        return new Snapshot(
                s.revision(),
                tunnel,
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy whose tunnel runs on that key.
    public static Snapshot withKey(Snapshot s, TunnelKey key) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                Optional.of(key));
    }

    /// A copy with another account, or none.
    public static Snapshot withAccount(Snapshot s, Optional<Account> account) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                account,
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy seen from another address, or from none known.
    public static Snapshot withExit(Snapshot s, Optional<String> exit) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                exit,
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy whose device has carried this much, or without a device.
    public static Snapshot withTraffic(Snapshot s, Optional<Traffic> traffic) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                traffic,
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy with other servers lately used, newest first.
    public static Snapshot withRecents(Snapshot s, List<String> recents) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                recents,
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy with other servers marked.
    public static Snapshot withFavourites(Snapshot s, List<String> favourites) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                favourites,
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy with so many servers of the user's own.
    public static Snapshot withOwnServers(Snapshot s, int ownServers) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                ownServers,
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy with other settings.
    public static Snapshot withSettings(Snapshot s, Settings settings) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                settings,
                s.disturbance(),
                s.key());
    }

    /// A copy in which another program has changed our protection, or has not.
    public static Snapshot withDisturbance(Snapshot s, Optional<Disturbance> disturbance) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                disturbance,
                s.key());
    }

    /// A copy of another revision.
    public static Snapshot withRevision(Snapshot s, long revision) {
        return new Snapshot(
                revision,
                s.tunnel(),
                s.account(),
                s.serversRevision(),
                s.measuring(),
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }

    /// A copy whose server list has changed, and that is measuring or not.
    public static Snapshot withServers(Snapshot s, long serversRevision, boolean measuring) {
        return new Snapshot(
                s.revision(),
                s.tunnel(),
                s.account(),
                serversRevision,
                measuring,
                s.recents(),
                s.favourites(),
                s.ownServers(),
                s.exitAddress(),
                s.traffic(),
                s.settings(),
                s.disturbance(),
                s.key());
    }
}
