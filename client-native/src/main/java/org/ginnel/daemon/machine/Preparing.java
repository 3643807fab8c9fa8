// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;

/// A server is being picked and its config fetched. What stood before still stands: open, tunnel or block.
///
/// @param picked the server, once it is known
public record Preparing(Target target, Standing standing, Optional<Server> picked) implements State {

    static Step enter(Target target, Standing standing) {
        return Step.to(
                new Preparing(target, standing, Optional.empty()), new Effect.Provision(target, Optional.empty()));
    }

    /// Asks for a new config for the server of `link`. Nothing is torn down: the caller has done so.
    static Preparing renewing(Link link, ErrorCause why, int tries) {
        return new Preparing(
                new Target.Chosen(link.server().id()),
                new Standing.Shut(why, Optional.of(link), tries),
                Optional.of(link.server()));
    }

    @Override
    public Step on(Event event, World world) {
        return switch (event) {
            case Event.Connect(var other) -> enter(other, standing);
            case Event.Disconnect(), Event.CleanUp() -> leave(world);
            case Event.Picked(var server) -> Step.to(new Preparing(target, standing, Optional.of(server)));
            case Event.Provisioned(var link, var others) -> provisioned(link, others, world);
            case Event.NotProvisioned(var cause) -> notProvisioned(cause, world);
            case Event.Pause(var length) -> pause(length, world);
            case Event.EndPause() -> Step.to(this, new Effect.Answer(Optional.empty()));
            case Event.Tampered() -> putBack(world);
            case Event.Unsettled() -> Step.to(this, new Effect.Provision(target, renewed()));
            case Event.DeviceLost(var lane) -> lost(lane, world);
            case Event.SettingsChanged() -> settingsChanged(world);
            case Event.Failed(var cause) -> failed(cause, world);
            case Event.Resume(var link) -> Disconnecting.enter(new Disconnecting.ThenConnect(link), world);
            case Event.Forgot(var cause) -> Blocked.enter(cause, Optional.empty(), 0, world);
            case Event.Proven _,
                    Event.Unproven _,
                    Event.Alive(),
                    Event.Quiet(),
                    Event.StandbyFound _,
                    Event.KeyOld(),
                    Event.OtherKeyFound _,
                    Event.TornDown _,
                    Event.StayPaused _,
                    Event.TimerFired() -> Step.to(this);
        };
    }

    /// What was asked over a network that is gone may never be answered: it is asked again over the new one.
    private Optional<Link> renewed() {
        return standing instanceof Standing.Shut(var _, var fallback, var _) ? fallback : Optional.empty();
    }

    private Step leave(World world) {
        return switch (standing) {
            case Standing.Rest(var locked) -> rest(Optional.empty(), locked, world);
            case Standing.Held _, Standing.Shut _ -> Disconnecting.enter(new Disconnecting.ThenRest(), world);
        };
    }

    private Step provisioned(Link link, List<Link> others, World world) {
        return switch (standing) {
            case Standing.Rest _ -> Connecting.enter(link, others, Optional.empty(), 0, world);
            case Standing.Held(var connected, var vain) -> beside(connected, vain, link, world);
            case Standing.Shut(var why, var fallback, var tries) ->
                Connecting.enter(link, others, fallback.map(old -> why), tries, world);
        };
    }

    private static Step beside(Connected connected, Optional<Standing.Vain> vain, Link link, World world) {
        if (connected.isToTheServerOf(link)) {
            return connected.goOn(Pulse.ASKED, new Effect.Answer(Optional.empty()));
        }
        return vain.filter(tried -> tried.isRepeatedBy(link))
                .map(tried -> connected.goOn(Pulse.ASKED, new Effect.Answer(Optional.of(tried.cause()))))
                .orElseGet(() -> Switching.enter(connected, link, world));
    }

    private Step notProvisioned(ErrorCause cause, World world) {
        return switch (standing) {
            case Standing.Rest(var locked) -> rest(Optional.of(cause), locked, world);
            case Standing.Held(var connected, var _) ->
                connected.goOn(Pulse.ASKED, new Effect.Answer(Optional.of(cause)));
            case Standing.Shut(var why, var fallback, var tries) ->
                fallback.isPresent() && Lasting.mayPass(cause)
                        ? Connecting.enter(fallback.get(), Optional.of(plainer(cause, why)), tries, world)
                        : Blocked.enter(cause, Optional.empty(), 0, world);
        };
    }

    /// Whose network is down is told that, and not that a server is.
    private static ErrorCause plainer(ErrorCause now, ErrorCause why) {
        return now instanceof ErrorCause.Offline ? now : why;
    }

    private Step lost(Lane lane, World world) {
        return switch (standing) {
            case Standing.Held(var connected, var vain) ->
                connected.hasLeft(lane)
                        ? new Step(
                                new Preparing(target, new Standing.Held(connected.without(lane), vain), picked),
                                connected.leave(lane, world))
                        : Step.to(
                                new Preparing(target, new Standing.Shut(lost(lane), Optional.empty(), 0), picked),
                                Policies.blocked(world),
                                new Effect.TearDown(),
                                new Effect.Provision(target, Optional.empty()));
            case Standing.Rest _, Standing.Shut _ -> Step.to(this);
        };
    }

    private static ErrorCause lost(Lane lane) {
        return new ErrorCause.DeviceLost(lane.device());
    }

    @Override
    public Optional<Connected> carrying() {
        return standing instanceof Standing.Held(var connected, var _) ? Optional.of(connected) : Optional.empty();
    }

    /// A lockdown begins at once. One that ends, ends with the preparing: there is nothing to gain by opening now.
    private Step settingsChanged(World world) {
        return standing instanceof Standing.Rest(var locked) && !locked && world.lockdown()
                ? Step.to(new Preparing(target, new Standing.Rest(true), picked), Policies.blocked(world))
                : putBack(world);
    }

    private static Step rest(Optional<ErrorCause> failure, boolean locked, World world) {
        if (locked != world.lockdown()) {
            return Disconnected.enter(failure, world);
        }
        return Step.to(new Disconnected(failure, locked), new Effect.CancelWork(), new Effect.Answer(failure));
    }

    /// What stands is put up once more.
    private Step putBack(World world) {
        return switch (standing) {
            case Standing.Rest(var locked) -> locked ? Step.to(this, Policies.blocked(world)) : Step.to(this);
            case Standing.Held(var connected, var _) ->
                Step.to(this, connected.policy(world), new Effect.Divert(connected.link()));
            case Standing.Shut _ -> Step.to(this, Policies.blocked(world));
        };
    }

    private Step pause(Duration length, World world) {
        return switch (standing) {
            case Standing.Rest(var locked) ->
                locked
                        ? Disconnecting.enter(new Disconnecting.ThenPause(length, new Paused.ThenRest()), world)
                        : Paused.nothingToPause(this);
            case Standing.Held(var connected, var _) -> Disconnecting.pause(length, connected.link(), world);
            case Standing.Shut(var why, var fallback, var _) ->
                Disconnecting.enter(
                        new Disconnecting.ThenPause(
                                length,
                                fallback.<Paused.Then>map(Paused.ThenConnect::new)
                                        .orElseGet(() -> new Paused.ThenBlock(why))),
                        world);
        };
    }

    private Step failed(ErrorCause cause, World world) {
        return switch (standing) {
            case Standing.Rest(var locked) -> locked ? Blocked.afterFailure(cause, world) : leave(world);
            case Standing.Held(var connected, var _) -> Blocked.afterFailure(cause, connected.link(), 0, world);
            case Standing.Shut(var _, var fallback, var tries) ->
                fallback.map(link -> Blocked.afterFailure(cause, link, tries, world))
                        .orElseGet(() -> Blocked.afterFailure(cause, world));
        };
    }
}
