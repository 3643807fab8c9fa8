// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;

/// A tunnel is being built. Everybody's traffic is led into it already and waits there for the handshake, so it
/// flows with the first packet that can; that the tunnel works is claimed only when it is proven (ADR 0007).
///
/// @param others who may be tried beside it when it does not answer at once, in this order; see [Racing]
/// @param why what the tunnel was lost to, when there was one
/// @param handshake whether the handshake has been seen; that data comes in shows it, and proves no way back
/// @param attempt counts from 1
/// @param tries how often the whole was tried before
public record Connecting(
        Link link, List<Link> others, Optional<ErrorCause> why, boolean handshake, int attempt, int tries)
        implements State {
    /// Attempts before it is given up for now.
    static final int MAX_ATTEMPTS = 12;

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final int ALIKE = 3;
    private static final double GROWTH = 1.5;
    private static final Duration OF_NOBODY_KNOWN = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    public Connecting {
        others = List.copyOf(others);
    }

    static Step enter(Link link, Optional<ErrorCause> why, int tries, World world) {
        return enter(link, List.of(), why, tries, world);
    }

    /// @param others who may be tried beside it
    static Step enter(Link link, List<Link> others, Optional<ErrorCause> why, int tries, World world) {
        return Step.to(
                new Connecting(link, others, why, false, 1, tries),
                new Effect.Remember(Optional.of(link)),
                Policies.through(link, world),
                new Effect.StartDevice(link),
                new Effect.Prove(link, others.isEmpty() ? window(link, 1) : Racing.lead(link)),
                new Effect.Divert(link));
    }

    /// The device that everybody used is gone, and what was tried beside it is what everybody waits for now.
    ///
    /// @param rest what is left in other lanes, to be stopped
    /// @param why it is gone
    /// @param handshake whether that of `link` has been seen
    static Step takeOver(Link link, List<Effect> rest, ErrorCause why, boolean handshake, int tries, World world) {
        return Step.to(
                        new Connecting(link, List.of(), Optional.of(why), handshake, 1, tries),
                        new Effect.CancelWork(),
                        new Effect.Remember(Optional.of(link)),
                        Policies.through(link, world),
                        new Effect.Divert(link))
                .and(rest.toArray(Effect[]::new))
                .and(new Effect.Prove(link, window(link, 1)));
    }

    /// The same, with nobody to be tried beside it.
    Connecting alone() {
        return new Connecting(link, List.of(), why, handshake, attempt, tries);
    }

    /// The same, asking these for names.
    Connecting asking(List<InetAddress> resolvers) {
        return new Connecting(link.asking(resolvers), others, why, handshake, attempt, tries);
    }

    /// How long an attempt waits: three round trips (handshake, question, and one to spare), at least 100 ms,
    /// or 300 ms where the round trip is not known. Three attempts are alike: on a link that loses 30 % each
    /// way nine of ten connects need no more than four. Then each is half as long again, at most 2 s: a new
    /// attempt ends a handshake whose answer is late. WireGuard alone would wait 5 s (field notes).
    static Duration window(Link link, int attempt) {
        var threeTrips = link.roundTrip().map(trip -> trip.multipliedBy(3)).orElse(OF_NOBODY_KNOWN);
        var first = threeTrips.compareTo(SHORTEST) > 0 ? threeTrips : SHORTEST;
        var grown = Duration.ofNanos((long) (first.toNanos() * Math.pow(GROWTH, Math.max(0, attempt - ALIKE))));
        return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Proven(var lane, var proof) ->
                lane == link.lane() ? Connected.enter(link, proof, world) : Step.to(this);
            case Event.Unproven(var lane, var seen) -> lane == link.lane() ? unproven(seen, world) : Step.to(this);
            case Event.Alive() -> unproven(true, world);
            case Event.Connect(var target) -> Disconnecting.enter(new Disconnecting.ThenPrepare(target), world);
            case Event.Disconnect(), Event.CleanUp() -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
            case Event.DeviceLost(var lane) ->
                lane == link.lane() ? retryAfter(new ErrorCause.DeviceLost(lane.device()), world) : Step.to(this);
            case Event.Failed(var cause) -> Blocked.afterFailure(cause, link, tries, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Tampered() -> Step.to(this, Policies.through(link, world), new Effect.Divert(link));
            case Event.Unsettled() -> unsettled();
            case Event.Pause(var length) -> Disconnecting.pause(length, link, world);
            case Event.EndPause() -> Step.to(this, new Effect.Answer(Optional.empty()));
            case Event.Resume(var other) -> Disconnecting.enter(new Disconnecting.ThenConnect(other), world);
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.Picked _,
                    Event.Provisioned _,
                    Event.NotProvisioned _,
                    Event.Quiet(),
                    Event.StandbyFound _,
                    Event.KeyOld(),
                    Event.OtherKeyFound _,
                    Event.TornDown _,
                    Event.StayPaused _,
                    Event.TimerFired() -> Step.to(this);
        };
    }

    /// The way may be another one. A handshake that is under way is left alone: it may be about to end.
    private Step unsettled() {
        return Step.to(this, new Effect.Roam(link), new Effect.Prove(link, window(link, attempt)));
    }

    private Step settingsChanged(World world) {
        var next = asking(world.resolvers());
        return next.equals(this)
                ? Step.to(this, Policies.through(link, world))
                : Step.to(
                        next,
                        Policies.through(next.link(), world),
                        new Effect.Divert(next.link()),
                        new Effect.Prove(next.link(), window(link, attempt)));
    }

    private Step unproven(boolean seen, World world) {
        if (isLastAttempt()) {
            return giveUp(seen, world);
        }
        if (!seen && !others.isEmpty()) {
            return Racing.enter(this, world);
        }
        var next = further(seen);
        return new Step(next, next.askedAgain(seen, Policies.through(next.link(), world)));
    }

    /// The next attempt: without a handshake at another of its server's places.
    Connecting further(boolean seen) {
        return new Connecting(seen ? link : link.elsewhere(), others, why, seen, attempt + 1, tries);
    }

    /// What begins this attempt.
    ///
    /// @param seen whether the handshake was seen in the one before
    /// @param policy that lets it through
    List<Effect> askedAgain(boolean seen, Effect.ApplyFirewall policy) {
        var prove = new Effect.Prove(link, window(link, attempt));
        if (seen) {
            return List.of(prove);
        }
        return link.alternatives().isEmpty()
                ? List.of(new Effect.RetryHandshake(link), prove)
                : List.of(new Effect.Remember(Optional.of(link)), policy, new Effect.RetryHandshake(link), prove);
    }

    boolean isLastAttempt() {
        return attempt >= MAX_ATTEMPTS;
    }

    private Step giveUp(boolean seen, World world) {
        var cause = silence(link, seen, attempt);
        if (!link.remembered()) {
            return retryAfter(cause, world);
        }
        return Step.to(
                Preparing.renewing(link.notRemembered(), cause, tries),
                Policies.blocked(world),
                new Effect.TearDown(),
                new Effect.Provision(new Target.Chosen(link.server().id()), Optional.of(link)));
    }

    /// What a tunnel that was not proven in so many attempts is called.
    static ErrorCause silence(Link link, boolean handshake, int attempts) {
        var waited = Duration.ZERO;
        for (var n = 1; n <= attempts; n++) {
            waited = waited.plus(window(link, n));
        }
        return handshake
                ? new ErrorCause.TunnelSilent(link.endpointText(), waited)
                : new ErrorCause.NoHandshake(link.endpointText(), waited);
    }

    private Step retryAfter(ErrorCause cause, World world) {
        return Blocked.enter(cause, Optional.of(link), tries + 1, world);
    }
}
