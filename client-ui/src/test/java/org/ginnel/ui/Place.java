// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;

/// A screen of the window, and how a user comes to it, whatever the language.
///
/// @param scenario as of now, whenever it is asked for
/// @param way leads there from the start, and has come there when it returns
record Place(String name, Supplier<Scenario> scenario, Consumer<DrivenWindow> way) {
    private static final ErrorCause SILENT = new ErrorCause.NoHandshake("203.0.113.4:51820", Duration.ofSeconds(5));

    @Override
    public String toString() {
        return name;
    }

    /// All of them.
    static Stream<Place> all() {
        return Stream.of(first(), resting(), moving(), tabs()).flatMap(places -> places);
    }

    private static Stream<Place> first() {
        return Stream.of(
                new Place("onboarding", Scenario::loggedOut, w -> w.awaitNode("#login")),
                new Place("not-allowed", Scenario::notPermitted, w -> w.awaitNode("#admission-copy")),
                new Place("unreachable", () -> Scenario.disconnected().speaking(9), w -> w.awaitNode("#try-now")));
    }

    private static Stream<Place> resting() {
        var recents = Snapshots.withRecents(Snapshots.loggedIn(), List.of("eu-west-1", "ap-northeast-1", "sa-east-1"));
        return Stream.of(
                new Place("disconnected", () -> Scenario.startingAs(recents), w -> w.awaitNode("#destination-server")),
                new Place("locked", Scenario::locked, w -> w.awaitNode("#destination-server")),
                new Place("blocked", () -> Scenario.blocked(SILENT), w -> w.awaitNode("#problem")),
                new Place(
                        "paused",
                        () -> Scenario.paused(Instant.now().plusSeconds(1100)),
                        w -> w.awaitNode("#countdown")));
    }

    private static Stream<Place> moving() {
        return Stream.of(
                new Place("connected", Place::used, w -> w.awaitNode("#state")),
                new Place("connected-why", Place::used, w -> {
                    w.click("#toggle-why");
                    w.awaitNode(".reason");
                }),
                new Place("switching", () -> Scenario.startingAs(switching()), w -> w.awaitNode("#fact-next")));
    }

    private static Stream<Place> tabs() {
        return Stream.of(
                new Place("locations", Place::used, w -> {
                    w.click("#nav-locations");
                    w.awaitNode("#servers");
                }),
                new Place("map", Place::used, w -> {
                    w.click("#nav-locations");
                    w.awaitNode("#servers");
                    w.clickIfThere("#flip-map");
                    w.awaitNode("#map");
                }),
                new Place("activity", Place::used, w -> {
                    w.click("#nav-activity");
                    w.awaitNode("#sessions");
                }),
                new Place("settings", Place::used, w -> {
                    w.click("#nav-settings");
                    w.click("#change-keys");
                    w.awaitNode("#keys-news");
                }),
                new Place("settings-appearance", Place::used, w -> {
                    w.click("#nav-settings");
                    w.awaitNode("#allow-lan");
                    w.reveal("#text-size-0");
                }),
                new Place("palette", Place::used, w -> {
                    w.awaitNode("#state");
                    w.press(KeyCode.CONTROL, KeyCode.K);
                    w.awaitNode("#command-disconnect");
                }));
    }

    /// Connected for some hours, proven a moment ago, and used for three weeks.
    static Scenario used() {
        var now = Instant.now();
        var key = new TunnelKey(true, Optional.of(now.minus(Duration.ofHours(7))));
        return Scenario.startingAs(Snapshots.withKey(connected(Optional.empty()), key))
                .remembering(Histories.threeWeeks(now));
    }

    /// The same, a second later, when it has carried so much more and was proven again.
    static Snapshot carrying(Snapshot before, long received) {
        var stands = (TunnelView.Connected) before.tunnel();
        var proven = new TunnelView.Connected(
                stands.server(), stands.since(), proof(Instant.now()), stands.reason(), stands.next());
        var more = before.traffic().map(t -> new Traffic(t.rxBytes() + received, t.txBytes() + received / 9));
        return Snapshots.withTraffic(Snapshots.withTunnel(before, proven), more);
    }

    private static Proof proof(Instant now) {
        return new Proof(now.minusSeconds(2), Duration.ofMillis(11), "10.7.0.1");
    }

    private static Snapshot connected(Optional<TunnelView.Next> next) {
        var now = Instant.now();
        var frankfurt = Servers.byId("eu-central-1");
        var reason = new Reason.Fastest(Duration.ofMillis(9), 14, 15);
        return Snapshots.withTunnel(
                Snapshots.connected(frankfurt),
                new TunnelView.Connected(frankfurt, now.minus(Duration.ofMinutes(192)), proof(now), reason, next));
    }

    private static Snapshot switching() {
        return connected(Optional.of(
                new TunnelView.Next(Optional.of(Servers.byId("ap-northeast-1")), TunnelView.Phase.HANDSHAKE)));
    }
}
