// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.device.Lane;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.Interface;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PrivateKey;

/// One of each state and event, for tests that must see them all.
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final World WORLD = new World(NOON, false, false, List.of(), Set.of(at("192.0.2.10", 443)));

    /// The same in a lockdown, with resolvers of the user's own.
    public static final World LOCKDOWN =
            new World(NOON, false, true, List.of(InetAddress.ofLiteral("9.9.9.9")), Set.of(at("192.0.2.10", 443)));
    public static final Link LONDON = link("eu-west-1", "203.0.113.6", false);
    public static final Link TOKYO = link("ap-northeast-1", "203.0.113.10", true);
    public static final Link PARIS = link("eu-west-3", "203.0.113.14", false);

    /// London once more, with another key.
    public static final Link OTHER_KEY = link("eu-west-1", "203.0.113.6", false);

    /// A server that answers in three places.
    public static final Link OSLO = elsewhere(link("eu-north-1", "203.0.113.18", false));

    public static final Proof PROOF = new Proof(NOON, Duration.ofMillis(41), "10.7.0.1");
    public static final ErrorCause OFFLINE = new ErrorCause.Offline("api.example");
    public static final ErrorCause NO_FIREWALL = new ErrorCause.SystemRefused(ErrorCause.Part.FIREWALL, "nft", "no");
    public static final ErrorCause NO_ROUTES = new ErrorCause.SystemRefused(ErrorCause.Part.ROUTES, "ip", "no");

    public static Link link(String id, String endpoint, boolean remembered) {
        var key = PrivateKey.generate(new SecureRandom());
        var ours = new Interface(
                Optional.of(key),
                List.of(IpNetwork.parse("10.7.0.2/24").orElseThrow()),
                List.of(InetAddress.ofLiteral("10.7.0.1")),
                List.of(),
                Optional.empty(),
                Optional.empty());
        var peer = new Peer(
                key.publicKey(),
                Optional.empty(),
                List.of(IpNetwork.parse("0.0.0.0/0").orElseThrow()),
                Optional.empty(),
                Optional.empty());
        var server =
                new Server(id, "City", endpoint, 51820, "r", "c", "basic", 1, 2, Optional.empty(), Optional.empty());
        return new Link(
                server,
                new Config(ours, List.of(peer)),
                at(endpoint, 51820),
                new Reason.ChosenByUser(),
                Optional.of(Duration.ofMillis(40)),
                List.of(),
                remembered,
                Lane.FIRST,
                List.of(),
                List.of());
    }

    private static Link elsewhere(Link link) {
        return new Link(
                link.server(),
                link.config(),
                link.endpoint(),
                link.reason(),
                link.roundTrip(),
                link.ownResolvers(),
                link.remembered(),
                link.lane(),
                List.of(at("203.0.113.18", 443), at("2001:db8::18", 51820)),
                List.of());
    }

    /// The same, taken for another reason.
    public static Link because(Link link, Reason reason) {
        return new Link(
                link.server(),
                link.config(),
                link.endpoint(),
                reason,
                link.roundTrip(),
                link.ownResolvers(),
                link.remembered(),
                link.lane(),
                link.alternatives(),
                link.namedGateways());
    }

    public static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    public static Link inTheSecondLane(Link link) {
        return link.in(Lane.SECOND);
    }

    /// Connected, with nothing beside.
    public static Connected connectedTo(Link link) {
        return connectedTo(link, NOON);
    }

    /// Connected since then, with nothing beside.
    public static Connected connectedTo(Link link, Instant since) {
        return new Connected(link, since, PROOF, Pulse.FLOWING, List.of(), Optional.empty());
    }

    /// London did not answer at once, and Tokyo has its turn beside it.
    public static Racing racing(int attempt, int turn) {
        var ahead = new Connecting(LONDON, List.of(), Optional.empty(), false, attempt, 0);
        return new Racing(ahead, TOKYO.in(Lane.SECOND), List.of(PARIS, TOKYO), turn);
    }

    /// London is doubted, and Paris is tried beside it.
    public static FailingOver failingOver(Optional<Proof> ready, boolean silent, int attempt) {
        return new FailingOver(connectedTo(LONDON), PARIS.in(Lane.SECOND), ready, silent, attempt);
    }

    /// Connected in the second lane, what began in the first may go on there until then.
    public static Connected switched(Instant until) {
        var left = new Connected.Left(LONDON, until);
        return new Connected(TOKYO.in(Lane.SECOND), NOON, PROOF, Pulse.FLOWING, List.of(left), Optional.of(PARIS));
    }

    /// Connected in the fourth lane, what began in the three others may go on there; in the first, until then.
    public static Connected crowded(Instant until) {
        return new Connected(
                PARIS.in(Lane.FOURTH),
                NOON,
                PROOF,
                Pulse.FLOWING,
                List.of(
                        new Connected.Left(OSLO.in(Lane.THIRD), until.plusSeconds(200)),
                        new Connected.Left(TOKYO.in(Lane.SECOND), until.plusSeconds(100)),
                        new Connected.Left(LONDON, until)),
                Optional.of(LONDON));
    }

    /// Every kind of state, and within a kind every shape that decides differently.
    public static List<State> states() {
        var connected = connectedTo(LONDON);
        var target = new Target.Fastest();
        return List.of(
                new Disconnected(Optional.empty(), false),
                new Disconnected(Optional.of(OFFLINE), false),
                new Disconnected(Optional.of(NO_ROUTES), false),
                new Disconnected(Optional.of(NO_ROUTES), true),
                new Disconnected(Optional.empty(), true),
                new Paused(NOON.plusSeconds(60), Duration.ofMinutes(1), new Paused.ThenRest()),
                new Paused(NOON.plusSeconds(60), Duration.ofMinutes(1), new Paused.ThenConnect(LONDON)),
                new Paused(NOON.plusSeconds(60), Duration.ofMinutes(1), new Paused.ThenBlock(OFFLINE)),
                new Paused(NOON, Duration.ofMinutes(1), new Paused.ThenConnect(LONDON)),
                new Preparing(target, new Standing.Rest(false), Optional.empty()),
                new Preparing(target, new Standing.Rest(true), Optional.empty()),
                new Preparing(target, new Standing.Held(connected), Optional.of(TOKYO.server())),
                new Preparing(target, new Standing.Shut(OFFLINE, Optional.empty(), 0), Optional.empty()),
                Preparing.renewing(LONDON, OFFLINE, 2),
                new Connecting(LONDON, List.of(), Optional.empty(), false, 1, 0),
                new Connecting(LONDON, List.of(TOKYO, PARIS), Optional.empty(), false, 1, 0),
                new Connecting(OSLO, List.of(), Optional.empty(), false, 1, 0),
                racing(1, 1),
                new Racing(
                        new Connecting(OSLO, List.of(), Optional.empty(), false, 1, 0),
                        TOKYO.in(Lane.SECOND),
                        List.of(PARIS, TOKYO),
                        1),
                new FailingOver(connectedTo(LONDON), OSLO.in(Lane.SECOND), Optional.empty(), false, 1),
                new Switching(connectedTo(LONDON), OSLO.in(Lane.SECOND), false, 1),
                new Switching(connectedTo(LONDON), OTHER_KEY.in(Lane.SECOND), false, 1),
                racing(Connecting.MAX_ATTEMPTS, 2),
                new Connecting(LONDON, List.of(), Optional.of(OFFLINE), true, 3, 1),
                new Connecting(LONDON, List.of(), Optional.empty(), true, Connecting.MAX_ATTEMPTS, 0),
                new Connecting(TOKYO, List.of(), Optional.empty(), false, Connecting.MAX_ATTEMPTS, 0),
                connected,
                new Connected(TOKYO, NOON, PROOF, Pulse.DOUBTED, List.of(), Optional.empty()),
                new Connected(LONDON, NOON, PROOF, Pulse.QUIET, List.of(), Optional.of(PARIS)),
                failingOver(Optional.empty(), false, 1),
                failingOver(Optional.empty(), true, 6),
                failingOver(Optional.of(PROOF), false, 1),
                switched(NOON.plusSeconds(1)),
                switched(NOON),
                switched(NOON.minusSeconds(15)),
                new Switching(switched(NOON.plusSeconds(1)), PARIS, false, 1),
                crowded(NOON.plusSeconds(1)),
                crowded(NOON.minusSeconds(15)),
                crowded(NOON.minusSeconds(500)),
                new Switching(crowded(NOON).clearing(Lane.FIRST, NOON), OSLO, false, 1),
                new Switching(crowded(NOON).without(Lane.FIRST), TOKYO, false, 1),
                new FailingOver(crowded(NOON).without(Lane.FIRST), LONDON, Optional.of(PROOF), false, 1),
                new Preparing(target, new Standing.Held(crowded(NOON.plusSeconds(1))), Optional.empty()),
                new Switching(connectedTo(TOKYO.in(Lane.SECOND)), LONDON, true, 1, true),
                new Switching(crowded(NOON.plusSeconds(1)).without(Lane.SECOND), TOKYO.in(Lane.SECOND), true, 1, true),
                new Switching(connected, TOKYO.in(Lane.SECOND), false, 1),
                new Switching(connected, TOKYO.in(Lane.SECOND), true, Switching.MAX_ATTEMPTS),
                new Switching(connected, PARIS.in(Lane.SECOND), false, Switching.MAX_ATTEMPTS),
                new Preparing(target, new Standing.Held(switched(NOON.plusSeconds(1))), Optional.empty()),
                new Disconnecting(new Disconnecting.ThenRest()),
                new Disconnecting(new Disconnecting.ThenPause(Duration.ofMinutes(5), new Paused.ThenRest())),
                new Disconnecting(new Disconnecting.ThenPause(Duration.ofMinutes(5), new Paused.ThenConnect(TOKYO))),
                new Disconnecting(new Disconnecting.ThenConnect(TOKYO)),
                new Disconnecting(new Disconnecting.ThenPrepare(target)),
                new Blocked(OFFLINE, NOON, false, Optional.empty(), 0),
                new Blocked(OFFLINE, NOON, false, Optional.of(LONDON), 40),
                new Blocked(NO_FIREWALL, NOON, true, Optional.empty(), 0));
    }

    /// Every kind of event, and within a kind every shape that decides differently.
    public static List<Event> events() {
        return List.of(
                new Event.Resume(LONDON),
                new Event.CleanUp(),
                new Event.Forgot(OFFLINE),
                new Event.Connect(new Target.Fastest()),
                new Event.Connect(new Target.Chosen(LONDON.server().id())),
                new Event.Disconnect(),
                new Event.SettingsChanged(),
                new Event.Pause(Duration.ofMinutes(5)),
                new Event.EndPause(),
                new Event.StayPaused(NOON.plusSeconds(30), Optional.of(TOKYO)),
                new Event.StayPaused(NOON.minusSeconds(30), Optional.empty()),
                new Event.Tampered(),
                new Event.Unsettled(),
                new Event.Picked(TOKYO.server()),
                new Event.Provisioned(TOKYO, List.of()),
                new Event.Provisioned(TOKYO, List.of(LONDON, PARIS)),
                new Event.NotProvisioned(OFFLINE),
                new Event.NotProvisioned(new ErrorCause.KeyRefused()),
                new Event.Proven(Lane.FIRST, PROOF),
                new Event.Proven(Lane.SECOND, PROOF),
                new Event.Unproven(Lane.FIRST, false),
                new Event.Unproven(Lane.FIRST, true),
                new Event.Unproven(Lane.SECOND, false),
                new Event.Unproven(Lane.SECOND, true),
                new Event.Alive(),
                new Event.Quiet(),
                new Event.StandbyFound(LONDON.server().id(), Optional.of(PARIS)),
                new Event.StandbyFound(TOKYO.server().id(), Optional.empty()),
                new Event.KeyOld(),
                new Event.OtherKeyFound(LONDON.server().id(), Optional.of(OTHER_KEY)),
                new Event.OtherKeyFound(LONDON.server().id(), Optional.empty()),
                new Event.OtherKeyFound(TOKYO.server().id(), Optional.of(TOKYO)),
                new Event.DeviceLost(Lane.FIRST),
                new Event.DeviceLost(Lane.SECOND),
                new Event.DeviceLost(Lane.THIRD),
                new Event.DeviceLost(Lane.FOURTH),
                new Event.Proven(Lane.FOURTH, PROOF),
                new Event.Unproven(Lane.FOURTH, true),
                new Event.TornDown(Optional.empty()),
                new Event.TornDown(Optional.of(NO_ROUTES)),
                new Event.TimerFired(),
                new Event.Failed(NO_FIREWALL),
                new Event.Failed(NO_ROUTES));
    }

    private Samples() {}
}
