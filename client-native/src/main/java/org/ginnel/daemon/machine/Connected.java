// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;

/// Traffic flows through the tunnel, and only through the tunnel; a round trip inside it has been seen.
///
/// @param proof the latest one
/// @param pulse how it was found at the last look
/// @param left the tunnels that were left, while what began in them may go on there; the latest first, each in a lane
///     of its own
/// @param standby what could stand in for it, ready to be connected to
public record Connected(Link link, Instant since, Proof proof, Pulse pulse, List<Left> left, Optional<Link> standby)
        implements State {
    /// How long what began in a tunnel may go on there.
    static final Duration LEFT_STANDS = Duration.ofMinutes(10);

    /// How long the last answers may come to what has gone over.
    static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

    /// Without an answer for so long a tunnel is doubted: five times the same questions, each to several.
    private static final Duration FIRST_LIMIT = Duration.ofMillis(450);

    /// Without one for so long more it is built again, where nothing stands in for it.
    private static final Duration LAST_LIMIT = Duration.ofMillis(2500);

    /// A tunnel that was left.
    ///
    /// @param until when what began in it has to go over to the new one; the last answers may still come then
    public record Left(Link link, Instant until) {
        /// Whether what began in it has to go over.
        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }

        private boolean isEnded(Instant now) {
            return isOver(now.minus(LAST_ANSWERS));
        }
    }

    public Connected {
        left = List.copyOf(left);
    }

    static Step enter(Link link, Proof proof, World world) {
        return Step.to(
                new Connected(link, world.now(), proof, Pulse.FLOWING, List.of(), Optional.empty()),
                Pulse.FLOWING.timer(),
                new Effect.Answer(Optional.empty()),
                new Effect.LookUpExit(),
                new Effect.FindStandby(link));
    }

    /// Takes over from a tunnel that stands, where what began in that one may go on.
    static Step takeOver(Connected from, Link link, Proof proof, World world) {
        var left = new ArrayList<>(List.of(new Left(from.link(), world.now().plus(LEFT_STANDS))));
        left.addAll(from.left());
        return takeOver(link, from.isToTheServerOf(link) ? from.since() : world.now(), proof, left, world);
    }

    /// Takes the place of a tunnel that is silent. What began there moves, too.
    ///
    /// @param left beside it
    static Step replace(Link silent, List<Left> left, Link link, Proof proof, World world) {
        return takeOver(link, world.now(), proof, left, world)
                .and(new Effect.CancelWork(), new Effect.StopDevice(silent.lane()));
    }

    private static Step takeOver(Link link, Instant since, Proof proof, List<Left> left, World world) {
        var next = new Connected(link, since, proof, Pulse.FLOWING, left, Optional.empty());
        return Step.to(
                next,
                new Effect.Remember(Optional.of(link)),
                next.policy(world),
                new Effect.Divert(link),
                Pulse.FLOWING.timer(),
                new Effect.Answer(Optional.empty()),
                new Effect.LookUpExit(),
                new Effect.FindStandby(link));
    }

    /// Which policy this stands behind.
    Effect.ApplyFirewall policy(World world) {
        return Policies.standing(this, world);
    }

    /// The same, without what was left in that lane.
    Connected without(Lane lane) {
        return with(left.stream().filter(other -> other.link().lane() != lane).toList());
    }

    private Connected with(List<Left> others) {
        return new Connected(link, since, proof, pulse, others, standby);
    }

    /// The same, where what began in that lane has to go over now.
    Connected clearing(Lane lane, Instant now) {
        return with(left.stream()
                .map(other -> other.link().lane() == lane ? new Left(other.link(), now) : other)
                .toList());
    }

    /// Where another tunnel is tried: in a lane that nothing runs in, else in that of the tunnel that was left first.
    public Lane nextLane() {
        return link.lane().others().stream()
                .filter(lane -> !hasLeft(lane))
                .findFirst()
                .orElseGet(() -> left.getLast().link().lane());
    }

    /// The tunnel that was left and is, to its server, the same as that one.
    Optional<Link> leftAs(Link link) {
        return left.stream().map(Left::link).filter(link::isOnePeerWith).findFirst();
    }

    /// What runs beside it, to be stopped.
    List<Effect> stopLeft() {
        return left.stream()
                .<Effect>map(other -> new Effect.StopDevice(other.link().lane()))
                .toList();
    }

    /// The same, found otherwise.
    Connected found(Pulse now) {
        return new Connected(link, since, proof, now, left, standby);
    }

    /// The same, asking these for names.
    Connected asking(List<InetAddress> resolvers) {
        return new Connected(link.asking(resolvers), since, proof, pulse, left, standby);
    }

    /// Goes on after another tunnel was tried in vain, or only in doubt.
    Step goOn(Pulse now, Effect... effects) {
        return Step.to(found(now), effects).and(now.timer());
    }

    /// All tunnels that stand: the one that everybody uses first, then those that were left.
    public List<Link> links() {
        return Stream.concat(Stream.of(link), left.stream().map(Left::link)).toList();
    }

    /// Whether the device of that lane is the one that was left.
    public boolean hasLeft(Lane lane) {
        return left.stream().anyMatch(other -> other.link().lane() == lane);
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
            case Event.Alive() -> goOn(Pulse.FLOWING);
            case Event.Quiet() -> goOn(Pulse.QUIET);
            case Event.Proven(var lane, var newer) -> lane == link.lane() ? proven(newer) : Step.to(this);
            case Event.Unproven(var lane, var _) -> lane == link.lane() ? unproven(world) : Step.to(this);
            case Event.StandbyFound(var of, var found) -> standby(of, found);
            case Event.KeyOld() -> Step.to(this, new Effect.FindOtherKey(link));
            case Event.OtherKeyFound(var of, var found) -> otherKey(of, found, world);
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
        var check = new Effect.CheckLife(link, proof, pulse == Pulse.QUIET, limit());
        if (left.stream().noneMatch(other -> other.isOver(world.now()))) {
            return Step.to(this, check);
        }
        var next =
                with(left.stream().filter(other -> !other.isEnded(world.now())).toList());
        var ended =
                with(left.stream().filter(other -> other.isEnded(world.now())).toList());
        return Step.to(next, next.policy(world))
                .and(ended.stopLeft().toArray(Effect[]::new))
                .and(check);
    }

    /// The least there is, or three round trips where that is longer.
    private Duration limit() {
        var trips = proof.roundTrip().multipliedBy(3);
        return trips.compareTo(FIRST_LIMIT) > 0 ? trips : FIRST_LIMIT;
    }

    private Step proven(Proof newer) {
        var now = pulse == Pulse.QUIET ? Pulse.QUIET : Pulse.ASKED;
        return Step.to(new Connected(link, since, newer, now, left, standby), now.timer());
    }

    private Step standby(String of, Optional<Link> found) {
        return of.equals(link.server().id())
                ? Step.to(new Connected(link, since, proof, pulse, left, found))
                : Step.to(this);
    }

    /// Another tunnel to the same server, which takes over as one to another does (ADR 0032). Who does not answer is
    /// not asked for that.
    private Step otherKey(String of, Optional<Link> found, World world) {
        return found.isPresent() && of.equals(link.server().id()) && pulse != Pulse.DOUBTED
                ? Switching.enter(this, found.get(), world)
                : Step.to(this);
    }

    /// Whether that goes to the same server, perhaps on another key.
    boolean isToTheServerOf(Link other) {
        return other.server().id().equals(link.server().id());
    }

    /// What stands in another lane goes, behind a firewall that knows of it no more.
    List<Effect> leave(Lane lane, World world) {
        return List.of(without(lane).policy(world), new Effect.StopDevice(lane));
    }

    private Step lost(Lane lane, World world) {
        if (hasLeft(lane)) {
            return new Step(without(lane), leave(lane, world));
        }
        return lane == link.lane() ? again(new ErrorCause.DeviceLost(lane.device()), world) : Step.to(this);
    }

    /// The same tunnel is built again; those that were left go.
    Step again(ErrorCause why, World world) {
        return Connecting.enter(link, Optional.of(why), 0, world).and(stopLeft().toArray(Effect[]::new));
    }

    private Step unsettled() {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Roam(link));
        left.forEach(other -> effects.add(new Effect.Roam(other.link())));
        effects.add(Pulse.ASKED.timer());
        effects.add(new Effect.Prove(link, LAST_LIMIT));
        return new Step(found(Pulse.ASKED), effects);
    }

    private Step settingsChanged(World world) {
        var next = asking(world.resolvers());
        return next.equals(this)
                ? Step.to(this, policy(world))
                : Step.to(next, next.policy(world), new Effect.Divert(next.link()));
    }

    /// Where nothing stands in for it, it is asked for some time more, and then built again.
    private Step unproven(World world) {
        if (standby.isPresent()) {
            return FailingOver.enter(this, standby.get(), world);
        }
        return pulse == Pulse.DOUBTED
                ? again(silence(FIRST_LIMIT.plus(LAST_LIMIT)), world)
                : Step.to(found(Pulse.DOUBTED), new Effect.Prove(link, LAST_LIMIT));
    }

    /// What a tunnel is called that was silent for so long.
    ErrorCause silence(Duration waited) {
        return new ErrorCause.TunnelSilent(link.endpointText(), waited);
    }
}
