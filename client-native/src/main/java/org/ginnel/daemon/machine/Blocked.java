// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;

/// No tunnel, and nothing leaves: the user asked to be protected and we cannot.
///
/// @param leaksPossible the block itself could not be put up yet
/// @param retry the tunnel to try again by ourselves
/// @param tries how often that was done
public record Blocked(ErrorCause cause, Instant since, boolean leaksPossible, Optional<Link> retry, int tries)
        implements State {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    static Step enter(ErrorCause cause, Optional<Link> retry, int tries, World world) {
        List<Effect> effects = new ArrayList<>(List.of(
                new Effect.CancelWork(),
                Policies.blocked(world),
                new Effect.RememberPause(Optional.empty()),
                new Effect.TearDown(),
                new Effect.Answer(Optional.of(cause))));
        if (retry.isPresent()) {
            effects.add(new Effect.SetTimer(waitBefore(tries)));
        }
        return new Step(new Blocked(cause, world.now(), false, retry, tries), effects);
    }

    /// The firewall was refused. What stands of tunnel and routes stays: without a filter it is the best wall
    /// left. The block is tried again by itself, until it stands.
    ///
    /// @param retry the tunnel to try again once it does
    static Step withoutFirewall(ErrorCause cause, Optional<Link> retry, World world) {
        return Step.to(
                new Blocked(cause, world.now(), true, retry, 0),
                new Effect.CancelWork(),
                new Effect.Answer(Optional.of(cause)),
                new Effect.SetTimer(FIRST_WAIT));
    }

    /// The block is put up after all; if that is refused again, [Event.Failed] says so.
    private Step shut(World world) {
        List<Effect> effects = new ArrayList<>(List.of(Policies.blocked(world), new Effect.TearDown()));
        retry.ifPresent(_ -> effects.add(new Effect.SetTimer(FIRST_WAIT)));
        return new Step(new Blocked(cause, since, false, retry, tries), effects);
    }

    /// An effect was refused: the firewall's own, or another's behind a firewall that stands.
    static Step afterFailure(ErrorCause cause, World world) {
        return isFirewall(cause)
                ? withoutFirewall(cause, Optional.empty(), world)
                : enter(cause, Optional.empty(), 0, world);
    }

    /// An effect for `link` was refused. What the system refused once it may grant later, so that is tried again.
    static Step afterFailure(ErrorCause cause, Link link, int tries, World world) {
        if (isFirewall(cause)) {
            return withoutFirewall(cause, Optional.of(link), world);
        }
        return cause instanceof ErrorCause.SystemRefused
                ? enter(cause, Optional.of(link), tries + 1, world)
                : afterFailure(cause, world);
    }

    /// Whether it was the firewall that the system refused.
    static boolean isFirewall(ErrorCause cause) {
        return cause instanceof ErrorCause.SystemRefused(var part, var _, var _) && part == ErrorCause.Part.FIREWALL;
    }

    private static Duration waitBefore(int tries) {
        var grown = FIRST_WAIT.multipliedBy(1L << Math.clamp(tries - 1, 0, 8));
        return grown.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : grown;
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Connect(var target) ->
                leaksPossible
                        ? Disconnecting.enter(new Disconnecting.ThenPrepare(target), world)
                        : Preparing.enter(target, new Standing.Shut(cause, Optional.empty(), 0));
            case Event.Disconnect(), Event.CleanUp() -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
            case Event.TimerFired() ->
                leaksPossible ? shut(world) : retry.map(this::tryAgain).orElseGet(() -> Step.to(this));
            case Event.Failed(var worse) -> failed(worse, world);
            case Event.SettingsChanged(), Event.Tampered() ->
                leaksPossible ? Step.to(this) : Step.to(this, Policies.blocked(world));
            case Event.Unsettled() ->
                leaksPossible ? Step.to(this) : retry.map(this::tryAgain).orElseGet(() -> Step.to(this));
            case Event.Pause(var length) ->
                Disconnecting.enter(new Disconnecting.ThenPause(length, afterwards()), world);
            case Event.EndPause() -> Step.to(this, new Effect.Answer(Optional.empty()));
            case Event.Resume(var link) -> Disconnecting.enter(new Disconnecting.ThenConnect(link), world);
            case Event.Forgot(var other) -> enter(other, Optional.empty(), 0, world);
            case Event.TornDown _,
                    Event.StayPaused _,
                    Event.Picked _,
                    Event.Provisioned _,
                    Event.NotProvisioned _,
                    Event.Proven _,
                    Event.Unproven _,
                    Event.Alive(),
                    Event.Quiet(),
                    Event.StandbyFound _,
                    Event.KeyOld(),
                    Event.OtherKeyFound _,
                    Event.DeviceLost _ -> Step.to(this);
        };
    }

    private Paused.Then afterwards() {
        return retry.<Paused.Then>map(Paused.ThenConnect::new).orElseGet(() -> new Paused.ThenBlock(cause));
    }

    /// Whoever wanted the fastest server gets another one, where the one that was it is dead: others are tried beside
    /// it
    /// again. A server that the user chose is asked for a new config.
    private Step tryAgain(Link link) {
        return switch (link.reason()) {
            case Reason.Fastest _, Reason.Preferred _, Reason.FirstOfList _ -> anyFast(link);
            case Reason.ChosenByUser(), Reason.Instead _ -> theSame(link);
        };
    }

    private Step anyFast(Link link) {
        var fastest = new Target.Fastest();
        return Step.to(
                new Preparing(fastest, new Standing.Shut(cause, Optional.of(link), tries), Optional.empty()),
                new Effect.Provision(fastest, Optional.empty()));
    }

    private Step theSame(Link link) {
        return Step.to(
                Preparing.renewing(link, cause, tries),
                new Effect.Provision(new Target.Chosen(link.server().id()), Optional.of(link)));
    }

    private Step failed(ErrorCause worse, World world) {
        return leaksPossible ? Step.to(this) : withoutFirewall(worse, retry, world);
    }
}
