// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;

/// Another tunnel is tried beside the one that everybody's traffic goes through. It takes over when it is proven, and
/// nothing is lost for it; when it cannot be proven, everything stays as it is (make before break, ADR 0023).
///
/// @param from what stands; as long as it has a tunnel that was left in the lane of the other, that is not free yet
/// @param to what is tried, in a lane of its own
/// @param handshake whether its handshake has been seen
/// @param attempt counts from 1
/// @param back whether the other stands already, because it was left a while ago
public record Switching(Connected from, Link to, boolean handshake, int attempt, boolean back) implements State {
    /// Attempts before everything stays as it is: some three and a half seconds where the way is short.
    static final int MAX_ATTEMPTS = 9;

    private static final Duration SHORTEST_REST = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    Switching(Connected from, Link to, boolean handshake, int attempt) {
        this(from, to, handshake, attempt, false);
    }

    /// A tunnel that was left and still stands is gone back to. Where no lane is free, what began in the tunnel that
    /// was left first goes over first, and its last answers have two round trips to come.
    static Step enter(Connected from, Link link, World world) {
        return from.leftAs(link)
                .map(stands -> goBack(from, link.standingAs(stands), world))
                .orElseGet(() -> tryAnother(from, link, world));
    }

    private static Step goBack(Connected from, Link to, World world) {
        var next = new Switching(from.without(to.lane()), to, true, 1, true);
        return Step.to(next, next.policy(world), new Effect.ProveBeside(to, Connecting.window(to, 1)));
    }

    private static Step tryAnother(Connected from, Link link, World world) {
        var lane = from.nextLane();
        var next = new Switching(from.clearing(lane, world.now()), link.in(lane), false, 1);
        if (next.isLaneFree()) {
            return next.begin(world);
        }
        var first = from.left().getLast().link();
        return Step.to(next, next.policy(world), new Effect.SetTimer(rest(first)));
    }

    private static Duration rest(Link link) {
        var twoTrips = link.roundTrip().map(trip -> trip.multipliedBy(2)).orElse(LONGEST_REST);
        if (twoTrips.compareTo(LONGEST_REST) > 0) {
            return LONGEST_REST;
        }
        return twoTrips.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : twoTrips;
    }

    private Step begin(World world) {
        var next = new Switching(from.without(to.lane()), to, false, 1);
        return Step.to(
                next,
                next.policy(world),
                new Effect.StartDevice(to),
                new Effect.ProveBeside(to, Connecting.window(to, 1)));
    }

    private boolean isLaneFree() {
        return !from.hasLeft(to.lane());
    }

    private Effect.ApplyFirewall policy(World world) {
        if (back) {
            return Policies.returning(from, to, world);
        }
        return isLaneFree() ? Policies.trying(from, to, world) : from.policy(world);
    }

    private Beside both() {
        return new Beside(from, to);
    }

    @Override
    public Optional<Connected> carrying() {
        return Optional.of(from);
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Proven(var lane, var proof) ->
                isTried(lane) ? Connected.takeOver(from, to, proof, world) : Step.to(this);
            case Event.Unproven(var lane, var seen) -> isTried(lane) ? unproven(seen, world) : Step.to(this);
            case Event.TimerFired() -> isLaneFree() ? Step.to(this) : begin(world);
            case Event.Connect(var target) -> connect(target, world);
            case Event.Disconnect(), Event.CleanUp() -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
            case Event.DeviceLost(var lane) -> lost(lane, world);
            case Event.Failed(var cause) -> stay(cause, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Tampered() -> Step.to(this, policy(world), new Effect.Divert(from.link()));
            case Event.Unsettled() -> unsettled();
            case Event.Pause(var length) -> Disconnecting.pause(length, to, world);
            case Event.EndPause() -> Step.to(this, new Effect.Answer(Optional.empty()));
            case Event.Resume(var other) -> Disconnecting.enter(new Disconnecting.ThenConnect(other), world);
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.Picked _,
                    Event.Provisioned _,
                    Event.NotProvisioned _,
                    Event.Alive(),
                    Event.Quiet(),
                    Event.StandbyFound _,
                    Event.KeyOld(),
                    Event.OtherKeyFound _,
                    Event.TornDown _,
                    Event.StayPaused _ -> Step.to(this);
        };
    }

    private boolean isTried(Lane lane) {
        return isLaneFree() && lane == to.lane();
    }

    /// A tunnel that was left and does not answer any more is made anew.
    private Step unproven(boolean seen, World world) {
        if (back) {
            return begin(world);
        }
        if (attempt >= MAX_ATTEMPTS) {
            return giveUp(seen, world);
        }
        return new Step(
                new Switching(from, both().further(seen), seen, attempt + 1), both().tryFurther(seen, attempt, world));
    }

    /// A config that was kept may be out of date, so it is asked for anew once.
    private Step giveUp(boolean seen, World world) {
        var cause = Connecting.silence(to, seen, attempt);
        if (!to.remembered()) {
            return stay(cause, world);
        }
        var target = new Target.Chosen(to.server().id());
        return new Step(
                new Preparing(
                        target,
                        new Standing.Held(from, Optional.of(new Standing.Vain(to, cause))),
                        Optional.of(to.server())),
                both().dropped(world, new Effect.Provision(target, Optional.of(to))));
    }

    /// What stands goes on as if nothing had been tried. Who asked for its server meanwhile has it.
    private Step stay(ErrorCause cause, World world) {
        return both().goOn(world, new Effect.Answer(from.isToTheServerOf(to) ? Optional.empty() : Optional.of(cause)));
    }

    private Step connect(Target target, World world) {
        return target instanceof Target.Chosen(var id) && id.equals(to.server().id())
                ? Step.to(this)
                : both().connect(target, world);
    }

    /// Where what stands dies first, all waits for what is tried.
    private Step lost(Lane lane, World world) {
        var cause = new ErrorCause.DeviceLost(lane.device());
        if (lane == to.lane()) {
            return isLaneFree() && !back ? stay(cause, world) : begin(world);
        }
        if (from.hasLeft(lane)) {
            var next = new Switching(from.without(lane), to, handshake, attempt, back);
            return Step.to(next, next.policy(world), new Effect.StopDevice(lane));
        }
        return isLaneFree() ? both().withoutTheOld(cause, handshake, world) : both().afresh(cause, world);
    }

    private Step settingsChanged(World world) {
        var standing = from.asking(world.resolvers());
        var next = new Switching(standing, to.asking(world.resolvers()), handshake, attempt, back);
        if (!isLaneFree()) {
            return Step.to(next, next.policy(world), new Effect.Divert(standing.link()));
        }
        return next.equals(this)
                ? Step.to(this, policy(world))
                : Step.to(
                        next,
                        next.policy(world),
                        new Effect.Divert(standing.link()),
                        new Effect.ProveBeside(next.to(), Connecting.window(to, attempt)));
    }

    private Step unsettled() {
        if (!isLaneFree()) {
            return Step.to(this, new Effect.Roam(from.link()));
        }
        Duration window = Connecting.window(to, attempt);
        return Step.to(this, new Effect.Roam(from.link()), new Effect.Roam(to), new Effect.ProveBeside(to, window));
    }
}
