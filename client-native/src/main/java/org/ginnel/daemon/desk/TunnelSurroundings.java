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
import org.ginnel.relay.Measurement;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigRenderer;
import org.ginnel.wireguard.IpLiteral;

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
    private Runnable listener = () -> {};
    private Hearer hearer = (_, _, _) -> {};
    private Optional<Connected> connected = Optional.empty();
    private volatile boolean direct = true;

    TunnelSurroundings(
            Loop loop,
            InstantSource clock,
            Keeper keeper,
            Accounts accounts,
            Picture picture,
            Waiters waiters,
            TrafficMeter meter,
            Recorder recorder) {
        this.loop = loop;
        this.clock = clock;
        this.keeper = keeper;
        this.accounts = accounts;
        this.picture = picture;
        this.waiters = waiters;
        this.meter = meter;
        this.recorder = recorder;
    }

    /// @param onChange called on the loop when the state is another
    void listen(Runnable onChange) {
        listener = onChange;
    }

    /// Is told on the loop which server answered through the tunnel, and how fast.
    @FunctionalInterface
    interface Hearer {
        /// That server answered.
        ///
        /// @param first whether the answer waited for the handshake, too
        void heard(String serverId, Measurement.Answered answer, boolean first);
    }

    /// From now on that one is told.
    void tell(Hearer other) {
        hearer = other;
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
        hear(state);
        recorder.changed(state);
        picture.tunnel(state, clock.instant());
        meter.consider();
        listener.run();
    }

    /// Only answers of the server's own addresses count: to another resolver it is further.
    private void hear(State state) {
        var before = connected;
        connected = state instanceof Connected now ? Optional.of(now) : Optional.empty();
        if (state instanceof Connected(var link, var _, var proof, var _, var _, var _)
                && before.map(Connected::proof).filter(proof::equals).isEmpty()
                && IpLiteral.parse(proof.by()).filter(link.gateways()::contains).isPresent()) {
            var first = before.map(Connected::link).filter(link::equals).isEmpty();
            hearer.heard(link.server().id(), new Measurement.Answered(proof.roundTrip(), proof.at()), first);
        }
    }
}
