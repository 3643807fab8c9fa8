// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.tunnel.ErrorCause;

/// A tunnel is being built whose server did not answer at once, so others have their turns beside it, one after the
/// other. Whoever is proven first is what everybody's traffic goes through, and the rest goes (ADR 0031).
///
/// @param ahead the first choice: traffic is led into it already and waits there; asked all the time
/// @param beside whose turn it is, in a lane of its own
/// @param others who come next, in turn; who had a turn comes last
/// @param turn counts from 1
public record Racing(Connecting ahead, Link beside, List<Link> others, int turn) implements State {
    private static final Duration SHORTEST = Duration.ofMillis(200);

    public Racing {
        others = List.copyOf(others);
    }

    /// How long a server has to be proven before another is tried beside it: two round trips and a half, at least
    /// 200 ms.
    static Duration lead(Link link) {
        var trips = link.roundTrip().map(trip -> trip.multipliedBy(5).dividedBy(2));
        return trips.filter(time -> time.compareTo(SHORTEST) > 0).orElse(SHORTEST);
    }

    /// @param ahead has others, and was asked once
    static Step enter(Connecting ahead, World world) {
        var racing = new Racing(ahead.alone(), ahead.others().getFirst(), ahead.others(), 0);
        return racing.nextTurn(world)
                .and(new Effect.RetryHandshake(ahead.link()), new Effect.Prove(ahead.link(), lead(ahead.link())));
    }

    /// The first of the others is tried in the place of who was tried before.
    private Step nextTurn(World world) {
        var next = others.getFirst()
                .insteadOf(ahead.link())
                .in(ahead.link().lane().others().getFirst());
        List<Link> later = new ArrayList<>(others.subList(1, others.size()));
        later.add(others.getFirst().elsewhere());
        var racing = new Racing(ahead, next, later, turn + 1);
        return Step.to(
                racing,
                racing.policy(world),
                new Effect.StartDevice(next),
                new Effect.ProveBeside(next, racing.limit()));
    }

    /// Each round of turns is half as long again.
    private Duration limit() {
        var rounds = (turn - 1) / others.size();
        return Duration.ofNanos((long) (lead(beside).toNanos() * Math.pow(1.5, rounds)));
    }

    private Effect.ApplyFirewall policy(World world) {
        return Policies.trying(ahead.link(), beside, world);
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Proven(var lane, var proof) ->
                lane == beside.lane()
                        ? Connected.replace(ahead.link(), List.of(), beside, proof, world)
                        : Connected.enter(ahead.link(), proof, world).and(dropped(world));
            case Event.Unproven(var lane, var seen) ->
                lane == beside.lane() ? besideUnproven(seen, world) : aheadUnproven(seen, world);
            case Event.Alive() -> aheadUnproven(true, world);
            case Event.DeviceLost(var lane) -> lane == beside.lane() ? nextTurn(world) : withoutTheFirst(lane, world);
            case Event.Failed(var cause) -> failed(cause, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Tampered() -> Step.to(this, policy(world), new Effect.Divert(ahead.link()));
            case Event.Unsettled() -> unsettled();
            case Event.EndPause() -> Step.to(this, new Effect.Answer(Optional.empty()));
            case Event.Connect _, Event.Disconnect(), Event.CleanUp(), Event.Pause _, Event.Resume _, Event.Forgot _ ->
                ahead.on(event, world);
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

    /// Who is beside goes; nothing of it is heard any more, nor of what was asked of the first.
    private Effect[] dropped(World world) {
        return new Effect[] {
            new Effect.CancelWork(), Policies.through(ahead.link(), world), new Effect.StopDevice(beside.lane())
        };
    }

    private Step aheadUnproven(boolean seen, World world) {
        if (ahead.isLastAttempt()) {
            return ahead.on(new Event.Unproven(ahead.link().lane(), seen), world);
        }
        var next = new Racing(ahead.further(seen), beside, others, turn);
        return new Step(next, next.ahead().askedAgain(seen, next.policy(world)));
    }

    /// Who has shaken hands is asked further.
    private Step besideUnproven(boolean seen, World world) {
        return seen ? Step.to(this, new Effect.ProveBeside(beside, Connecting.window(beside, 1))) : nextTurn(world);
    }

    /// Who is beside is what all wait for now.
    private Step withoutTheFirst(Lane lane, World world) {
        return Connecting.takeOver(
                beside,
                List.of(new Effect.StopDevice(lane)),
                new ErrorCause.DeviceLost(lane.device()),
                false,
                ahead.tries(),
                world);
    }

    /// What could not be begun beside the first is no reason to give the first up.
    private Step failed(ErrorCause cause, World world) {
        if (Blocked.isFirewall(cause)) {
            return ahead.on(new Event.Failed(cause), world);
        }
        return Step.to(ahead, dropped(world))
                .and(
                        new Effect.Divert(ahead.link()),
                        new Effect.Prove(ahead.link(), Connecting.window(ahead.link(), ahead.attempt())));
    }

    private Step settingsChanged(World world) {
        var next = new Racing(ahead.asking(world.resolvers()), beside.asking(world.resolvers()), others, turn);
        return next.equals(this)
                ? Step.to(this, policy(world))
                : Step.to(
                        next,
                        next.policy(world),
                        new Effect.Divert(next.ahead().link()),
                        new Effect.Prove(next.ahead().link(), Connecting.window(ahead.link(), ahead.attempt())),
                        new Effect.ProveBeside(next.beside(), limit()));
    }

    private Step unsettled() {
        return Step.to(
                this,
                new Effect.Roam(ahead.link()),
                new Effect.Roam(beside),
                new Effect.Prove(ahead.link(), Connecting.window(ahead.link(), ahead.attempt())),
                new Effect.ProveBeside(beside, limit()));
    }
}
