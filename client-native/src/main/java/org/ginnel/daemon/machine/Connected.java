// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;

/// Traffic flows through the tunnel, and only through the tunnel; a round trip inside it has been seen.
///
/// @param proof the latest one
/// @param doubted whether a check just went unanswered
/// @param left the tunnel that was left for this one, while what began in it may go on there
public record Connected(Link link, Instant since, Proof proof, boolean doubted, Optional<Left> left) implements State {
    /// Time between two checks for life. Data that comes in counts, so an active tunnel is never asked.
    static final Duration LIFE_CHECK = Duration.ofSeconds(15);

    /// How long what began in a tunnel may go on there.
    static final Duration LEFT_STANDS = Duration.ofMinutes(10);

    private static final Duration FIRST_LIMIT = Duration.ofMillis(1500);
    private static final Duration LAST_LIMIT = Duration.ofMillis(2500);

    /// A tunnel that was left.
    ///
    /// @param until when what began in it has to go over to the new one; the last answers may still come then
    public record Left(Link link, Instant until) {}

    static Step enter(Link link, Proof proof, World world) {
        return Step.to(
                new Connected(link, world.now(), proof, false, Optional.empty()),
                new Effect.SetTimer(LIFE_CHECK),
                new Effect.Answer(Optional.empty()),
                new Effect.LookUpExit());
    }

    /// Takes over from a tunnel that stands.
    static Step takeOver(Connected from, Link link, Proof proof, World world) {
        var left = new Left(from.link(), world.now().plus(LEFT_STANDS));
        var next = new Connected(link, world.now(), proof, false, Optional.of(left));
        return Step.to(
                next,
                new Effect.Remember(Optional.of(link)),
                next.policy(world),
                new Effect.Divert(link),
                new Effect.SetTimer(LIFE_CHECK),
                new Effect.Answer(Optional.empty()),
                new Effect.LookUpExit());
    }

    /// Which policy this stands behind.
    Effect.ApplyFirewall policy(World world) {
        return left.map(other -> world.now().isBefore(other.until())
                        ? Policies.leaving(other.link(), link, world)
                        : Policies.trying(link, other.link(), world))
                .orElseGet(() -> Policies.through(link, world));
    }

    /// The same, without a tunnel that was left.
    Connected alone() {
        return new Connected(link, since, proof, doubted, Optional.empty());
    }

    /// Whether the device of that lane is the one that was left.
    public boolean hasLeft(Lane lane) {
        return left.filter(other -> other.link().lane() == lane).isPresent();
    }

    @Override
    public Optional<Connected> carrying() {
        return Optional.of(this);
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Connect(var target) -> connect(target);
            case Event.Disconnect(), Event.CleanUp() -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
            case Event.TimerFired() -> timerFired(world);
            case Event.Alive() -> Step.to(believed(proof), new Effect.SetTimer(LIFE_CHECK));
            case Event.Proven(var newer) -> Step.to(believed(newer), new Effect.SetTimer(LIFE_CHECK));
            case Event.Unproven _ -> unproven(world);
            case Event.DeviceLost(var lane) -> lost(lane, world);
            case Event.Failed(var cause) -> Blocked.afterFailure(cause, link, 0, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Tampered() -> Step.to(this, policy(world), new Effect.Divert(link));
            case Event.Unsettled() -> unsettled();
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

    private Step timerFired(World world) {
        var over =
                left.map(other -> Duration.between(other.until(), world.now())).filter(since -> !since.isNegative());
        if (over.isEmpty()) {
            return Step.to(this, new Effect.CheckLife(link, FIRST_LIMIT));
        }
        if (over.get().compareTo(LIFE_CHECK) < 0) {
            return Step.to(this, policy(world), new Effect.CheckLife(link, FIRST_LIMIT));
        }
        List<Effect> effects = new ArrayList<>(leave(left.get().link().lane(), world));
        effects.add(new Effect.CheckLife(link, FIRST_LIMIT));
        return new Step(alone(), effects);
    }

    /// What stands of a tunnel that was left goes, behind a firewall that knows of it no more.
    List<Effect> leave(Lane lane, World world) {
        return List.of(Policies.through(link, world), new Effect.StopDevice(lane));
    }

    private Step lost(Lane lane, World world) {
        if (hasLeft(lane)) {
            return new Step(alone(), leave(lane, world));
        }
        return lane == link.lane() ? again(new ErrorCause.DeviceLost(lane.device()), world) : Step.to(this);
    }

    /// The same tunnel is built again; one that was left goes.
    private Step again(ErrorCause why, World world) {
        var connecting = Connecting.enter(link, Optional.of(why), 0, world);
        List<Effect> effects = new ArrayList<>(connecting.effects());
        left.ifPresent(other -> effects.add(new Effect.StopDevice(other.link().lane())));
        return new Step(connecting.next(), effects);
    }

    private Step unsettled() {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Roam(link));
        left.ifPresent(other -> effects.add(new Effect.Roam(other.link())));
        effects.add(new Effect.SetTimer(LIFE_CHECK));
        effects.add(new Effect.Prove(link, FIRST_LIMIT));
        return new Step(believed(proof), effects);
    }

    private Step settingsChanged(World world) {
        var now = link.asking(world.resolvers());
        var next = new Connected(now, since, proof, doubted, left);
        return now.equals(link)
                ? Step.to(this, policy(world))
                : Step.to(next, next.policy(world), new Effect.Divert(now));
    }

    private Step unproven(World world) {
        return doubted
                ? again(new ErrorCause.TunnelSilent(link.endpointText(), FIRST_LIMIT.plus(LAST_LIMIT)), world)
                : Step.to(new Connected(link, since, proof, true, left), new Effect.Prove(link, LAST_LIMIT));
    }

    private Connected believed(Proof newer) {
        return new Connected(link, since, newer, false, left);
    }
}
