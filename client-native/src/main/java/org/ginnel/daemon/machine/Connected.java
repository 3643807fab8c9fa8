// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;

/// Traffic flows through the tunnel, and only through the tunnel; a round trip inside it has been seen.
///
/// @param proof the latest one
/// @param doubted whether a check just went unanswered
public record Connected(Link link, Instant since, Proof proof, boolean doubted) implements State {
    /// Time between two checks for life. Data that comes in counts, so an active tunnel is never asked.
    static final Duration LIFE_CHECK = Duration.ofSeconds(15);

    private static final Duration FIRST_LIMIT = Duration.ofMillis(1500);
    private static final Duration LAST_LIMIT = Duration.ofMillis(2500);

    static Step enter(Link link, Proof proof, World world) {
        return Step.to(
                new Connected(link, world.now(), proof, false),
                new Effect.SetTimer(LIFE_CHECK),
                new Effect.Answer(Optional.empty()),
                new Effect.LookUpExit());
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Connect(var target) -> connect(target);
            case Event.Disconnect(), Event.CleanUp() -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
            case Event.TimerFired() -> Step.to(this, new Effect.CheckLife(link, FIRST_LIMIT));
            case Event.Alive() -> Step.to(believed(proof), new Effect.SetTimer(LIFE_CHECK));
            case Event.Proven(var newer) -> Step.to(believed(newer), new Effect.SetTimer(LIFE_CHECK));
            case Event.Unproven _ -> unproven(world);
            case Event.DeviceLost(var device) ->
                Connecting.enter(link, Optional.of(new ErrorCause.DeviceLost(device)), 0, world);
            case Event.Failed(var cause) -> Blocked.afterFailure(cause, link, 0, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Tampered() -> Step.to(this, Policies.through(link, world), new Effect.Divert(link));
            case Event.Unsettled() ->
                Step.to(
                        believed(proof),
                        new Effect.Roam(link),
                        new Effect.SetTimer(LIFE_CHECK),
                        new Effect.Prove(link, FIRST_LIMIT));
            case Event.Pause(var length) -> Disconnecting.pause(length, link, world);
            case Event.EndPause() -> Step.to(this, new Effect.Answer(Optional.empty()));
            case Event.Resume(var other) -> Disconnecting.enter(new Disconnecting.ThenConnect(other), world);
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.Picked _, Event.Provisioned _, Event.NotProvisioned _, Event.TornDown _, Event.StayPaused _ ->
                Step.to(this);
        };
    }

    private Step connect(Target target) {
        return target instanceof Target.Chosen(var id)
                        && id.equals(link.server().id())
                ? Step.to(this, new Effect.Answer(Optional.empty()))
                : Preparing.enter(target, new Standing.Held(this));
    }

    private Step settingsChanged(World world) {
        var now = link.asking(world.resolvers());
        return now.equals(link)
                ? Step.to(this, Policies.through(link, world))
                : Step.to(
                        new Connected(now, since, proof, doubted),
                        Policies.through(now, world),
                        new Effect.Divert(now));
    }

    private Step unproven(World world) {
        return doubted
                ? Connecting.enter(
                        link,
                        Optional.of(new ErrorCause.TunnelSilent(link.endpointText(), FIRST_LIMIT.plus(LAST_LIMIT))),
                        0,
                        world)
                : Step.to(new Connected(link, since, proof, true), new Effect.Prove(link, LAST_LIMIT));
    }

    private Connected believed(Proof newer) {
        return new Connected(link, since, newer, false);
    }
}
