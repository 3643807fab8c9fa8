// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.ginnel.daemon.history.Recorder;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.loop.Surroundings;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Connecting;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Disconnecting;
import org.ginnel.daemon.machine.FailingOver;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Racing;
import org.ginnel.daemon.machine.Standing;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.Switching;
import org.ginnel.daemon.machine.World;
import org.ginnel.daemon.store.Wanted;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigRenderer;

/// What the tunnel's driver needs of the desk.
final class TunnelSurroundings implements Surroundings {
    private final Loop loop;
    private final InstantSource clock;
    private final Keeper keeper;
    private final Accounts accounts;
    private final Picture picture;
    private final Waiters waiters;
    private final TrafficMeter meter;
    private final Recorder recorder;
    private final Rotation rotation;
    private volatile boolean direct = true;

    TunnelSurroundings(
            Loop loop,
            InstantSource clock,
            Keeper keeper,
            Accounts accounts,
            Picture picture,
            Waiters waiters,
            TrafficMeter meter,
            Recorder recorder,
            Rotation rotation) {
        this.loop = loop;
        this.clock = clock;
        this.keeper = keeper;
        this.accounts = accounts;
        this.picture = picture;
        this.waiters = waiters;
        this.meter = meter;
        this.recorder = recorder;
        this.rotation = rotation;
    }

    /// Whether packets take the direct way now, so that a probe measures what it means to. Any thread.
    boolean isDirect() {
        return direct;
    }

    @Override
    public World world() {
        var saved = keeper.saved();
        return new World(
                clock.instant(),
                saved.settings().allowLan(),
                saved.isLockedDown(),
                saved.resolvers(),
                accounts.where());
    }

    @Override
    public void remember(Optional<Link> wanted) {
        keeper.change(saved -> saved.wanting(wanted.map(TunnelSurroundings::wanted)));
    }

    @Override
    public void rememberPause(Optional<Instant> until) {
        keeper.change(saved -> saved.pausedUntil(until));
    }

    @Override
    public void disturbed(ErrorCause.Part part) {
        picture.disturbed(part, clock.instant());
    }

    private static Wanted wanted(Link link) {
        return new Wanted(link.server(), ConfigRenderer.render(link.config()), link.endpointText(), link.reason());
    }

    @Override
    public void answer(Optional<ErrorCause> failure) {
        // After the step, so that whoever is answered sees the state the answer speaks of.
        loop.post(waiters.settle(failure));
    }

    @Override
    public void lookUpExit() {
        Thread.ofVirtual().name("ginnel-exit").start(() -> {
            var seen = accounts.seenAddress();
            loop.post(() -> {
                if (picture.state().carrying().isPresent() || direct) {
                    picture.exitAddress(seen);
                }
            });
        });
    }

    @Override
    public void changed(State state) {
        direct = switch (state) {
            case Disconnected(var _, var locked) -> !locked;
            case Preparing(var _, Standing.Rest(var locked), var _) -> !locked;
            case Paused _ -> true;
            case Preparing _,
                    Connecting _,
                    Racing _,
                    Connected _,
                    Switching _,
                    FailingOver _,
                    Disconnecting _,
                    Blocked _ -> false;
        };
        recorder.changed(state);
        picture.tunnel(state, clock.instant());
        meter.consider();
        rotation.consider();
    }
}
