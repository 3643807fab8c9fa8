// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;

/// The tunnel that everybody's traffic goes through does not answer. It is asked further, while another server is tried
/// beside it: only when that one answers and this one still does not, it takes over. Where neither answers, the
/// network is what is down, and there is no point in moving (ADR 0024).
///
/// @param from what is silent, or was a moment ago
/// @param to what is tried, in a lane of its own
/// @param ready the other one's proof
/// @param silent whether `from` was asked long enough
/// @param attempt counts from 1 what was tried
public record FailingOver(Connected from, Link to, Optional<Proof> ready, boolean silent, int attempt)
        implements State {
    /// Together with the doubt before and the look that raised it, about a second and ten times the questions without
    /// an answer (field notes, measured).
    private static final Duration MORE = Duration.ofMillis(400);

    /// About how long a tunnel is silent before another one takes over.
    static final Duration DOUBT = Duration.ofSeconds(1);

    static final int MAX_ATTEMPTS = 8;

    static Step enter(Connected from, Link standby, World world) {
        var lane = from.leftAs(standby).map(Link::lane).orElseGet(from::nextLane);
        var to = standby.insteadOf(from.link()).in(lane);
        var next = new FailingOver(from.without(to.lane()), to, Optional.empty(), false, 1);
        return Step.to(
                next,
                next.policy(world),
                new Effect.Prove(from.link(), MORE),
                new Effect.StartDevice(to),
                new Effect.ProveBeside(to, Connecting.window(to, 1)));
    }

    private Effect.ApplyFirewall policy(World world) {
        return Policies.trying(from, to, world);
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
            case Event.Alive() -> falseAlarm(world);
            case Event.Proven(var lane, var proof) ->
                lane == to.lane() ? decide(Optional.of(proof), silent, world) : falseAlarm(world);
            case Event.Unproven(var lane, var seen) ->
                lane == to.lane() ? otherSilent(seen, world) : stillSilent(world);
            case Event.Connect(var target) -> both().connect(target, world);
            case Event.Disconnect(), Event.CleanUp() -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
            case Event.DeviceLost(var lane) -> lost(lane, world);
            case Event.Failed(var cause) -> failed(cause, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Tampered() -> Step.to(this, policy(world), new Effect.Divert(from.link()));
            case Event.Unsettled() -> unsettled();
            case Event.Pause(var length) -> Disconnecting.pause(length, from.link(), world);
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
                    Event.TimerFired(),
                    Event.StayPaused _ -> Step.to(this);
        };
    }

    private Step falseAlarm(World world) {
        return both().goOn(world);
    }

    private Step stillSilent(World world) {
        var step = decide(ready, true, world);
        return step.next() instanceof FailingOver ? step.and(new Effect.Prove(from.link(), MORE)) : step;
    }

    /// Both must be known: that this one is silent, and that the other is not.
    private Step decide(Optional<Proof> other, boolean isSilent, World world) {
        return other.isPresent() && isSilent
                ? Connected.replace(from.link(), from.left(), to, other.get(), world)
                : Step.to(new FailingOver(from, to, other, isSilent, attempt));
    }

    private Step otherSilent(boolean seen, World world) {
        if (attempt >= MAX_ATTEMPTS) {
            return networkDown(world);
        }
        return new Step(
                new FailingOver(from, both().further(seen), ready, silent, attempt + 1),
                both().tryFurther(seen, attempt, world));
    }

    /// Neither answers: the same tunnel is built again, for the other would not be better.
    private Step networkDown(World world) {
        return rebuild(
                new ErrorCause.NetworkDown(
                        from.link().server().id(), to.server().id()),
                world);
    }

    private Step rebuild(ErrorCause why, World world) {
        var again = from.again(why, world);
        return new Step(again.next(), both().dropped(world, again.effects().toArray(Effect[]::new)));
    }

    private Step lost(Lane lane, World world) {
        var cause = new ErrorCause.DeviceLost(lane.device());
        if (lane == to.lane()) {
            return falseAlarm(world);
        }
        if (from.hasLeft(lane)) {
            var next = new FailingOver(from.without(lane), to, ready, silent, attempt);
            return Step.to(next, next.policy(world), new Effect.StopDevice(lane));
        }
        return ready.map(proof -> Connected.replace(from.link(), from.left(), to, proof, world))
                .orElseGet(() -> both().withoutTheOld(cause, false, world));
    }

    /// The other tunnel could not be begun; the one there is is built again.
    private Step failed(ErrorCause cause, World world) {
        return Blocked.isFirewall(cause)
                ? Blocked.withoutFirewall(cause, Optional.of(from.link()), world)
                : rebuild(from.silence(DOUBT), world);
    }

    private Step settingsChanged(World world) {
        var standing = from.asking(world.resolvers());
        var next = new FailingOver(standing, to.asking(world.resolvers()), ready, silent, attempt);
        return next.equals(this)
                ? Step.to(this, policy(world))
                : Step.to(next, next.policy(world), new Effect.Divert(standing.link()));
    }

    private Step unsettled() {
        return Step.to(
                new FailingOver(from, to, Optional.empty(), false, 1),
                new Effect.Roam(from.link()),
                new Effect.Prove(from.link(), MORE.multipliedBy(2)),
                new Effect.Roam(to),
                new Effect.ProveBeside(to, Connecting.window(to, 1)));
    }
}
