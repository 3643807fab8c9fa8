// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Effect;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.machine.FailingOver;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Racing;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.Switching;
import org.ginnel.daemon.port.TunnelDevice.Passed;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Carries out what the machine decides: effects in their order through the ports, and what happens back as
/// events. Lives on the loop; [#handle(Event)] is to be called there.
public final class Driver {
    private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

    private static final Passed NOTHING = new Passed(0, 0);

    private final Loop loop;
    private final Ports ports;
    private final Provisioner provisioner;
    private final Surroundings around;
    private final Work work;
    private final Work beside;
    private final Work aside;
    private final Work keys;
    private final Deque<Event> pending = new ArrayDeque<>();
    private State state = new Disconnected(Optional.empty(), false);
    private Loop.@Nullable Timer timer;
    private boolean handling;
    private final Map<Lane, Passed> seen = new EnumMap<>(Lane.class);
    private final Map<Lane, Integer> generations = new EnumMap<>(Lane.class);
    private Optional<Lane> ledInto = Optional.empty();
    private Optional<Lane> begun = Optional.empty();

    /// @param background runs what blocks; cancelling a future of it interrupts its task
    public Driver(Loop loop, ExecutorService background, Ports ports, Provisioner provisioner, Surroundings around) {
        this.loop = loop;
        this.ports = ports;
        this.provisioner = provisioner;
        this.around = around;
        this.work = new Work(loop, background, this::handle);
        this.beside = new Work(loop, background, this::handle);
        this.aside = new Work(loop, background, this::handle);
        this.keys = new Work(loop, background, this::handle);
    }

    /// The state now.
    public State state() {
        return state;
    }

    /// Takes an event through the machine and carries out all that follows from it.
    public void handle(Event event) {
        pending.add(event);
        if (handling) {
            return;
        }
        handling = true;
        try {
            while (!pending.isEmpty()) {
                take(pending.remove());
            }
        } finally {
            handling = false;
        }
    }

    /// A proof of life every few seconds is none; that the network, the clock or a sleep unsettled a tunnel is.
    private boolean isNews(Event event, State next) {
        return event instanceof Event.Unsettled || !state.getClass().equals(next.getClass());
    }

    private void take(Event event) {
        var step = state.on(event, around.world());
        var changed = !step.next().equals(state);
        if (changed) {
            LOG.atLevel(isNews(event, step.next()) ? Level.INFO : Level.DEBUG)
                    .log("{} on {} -> {}", name(state), name(event), name(step.next()));
        }
        state = step.next();
        // What claims something is shown when it is true; that a tunnel is lost or on its way is shown at once.
        var claims = state instanceof Connected || state instanceof Disconnected || state instanceof Paused;
        if (changed && !claims) {
            around.changed(state);
        }
        for (var effect : step.effects()) {
            var began = System.nanoTime();
            var failure = carryOut(effect);
            LOG.debug("{} took {} us", name(effect), (System.nanoTime() - began) / 1000);
            if (failure.isPresent()) {
                LOG.warn("{} failed: {}", name(effect), failure.get());
                pending.addFirst(told(effect, failure.get()));
                return;
            }
        }
        if (!(state instanceof Preparing)) {
            endBegun();
        }
        if (changed && claims) {
            around.changed(state);
        }
    }

    /// What was begun for a tunnel that came to nothing, or to one elsewhere, goes.
    private void endBegun() {
        begun.ifPresent(this::stopDevice);
        begun = Optional.empty();
    }

    /// Who leads traffic into a device that has just died is refused for that reason, and hears of it later.
    private Event told(Effect effect, ErrorCause failure) {
        return effect instanceof Effect.Divert(var link)
                        && ports.device(link.lane()).status().isEmpty()
                ? new Event.DeviceLost(link.lane())
                : new Event.Failed(failure);
    }

    private Optional<ErrorCause> carryOut(Effect effect) {
        return switch (effect) {
            case Effect.ApplyFirewall(var policy) -> ports.firewall().apply(policy);
            case Effect.StartDevice(var link) -> startDevice(link);
            case Effect.RetryHandshake(var link) -> ports.device(link.lane()).retryHandshake(link.device());
            case Effect.Divert(var link) -> divert(link);
            case Effect.TearDown(),
                    Effect.Provision _,
                    Effect.Prove _,
                    Effect.ProveBeside _,
                    Effect.StopDevice _,
                    Effect.CheckLife _,
                    Effect.CancelWork(),
                    Effect.FindStandby _,
                    Effect.FindOtherKey _,
                    Effect.SetTimer _,
                    Effect.Remember _,
                    Effect.RememberPause _,
                    Effect.Roam _,
                    Effect.Answer _,
                    Effect.LookUpExit() -> {
                carryOutSurely(effect);
                yield Optional.empty();
            }
        };
    }

    /// Effects that cannot fail, or whose failure is an event of its own.
    private void carryOutSurely(Effect effect) {
        switch (effect) {
            case Effect.TearDown() -> handle(new Event.TornDown(tearDown()));
            case Effect.Provision provision -> provision(provision);
            case Effect.Prove(var link, var limit) -> work.start(_ -> prove(link, limit));
            case Effect.ProveBeside(var link, var limit) -> {
                var gateways = hasAddressesOfItsOwn(link) ? link.gateways() : List.<InetAddress>of();
                beside.start(_ -> proveBeside(link, gateways, limit));
            }
            case Effect.CheckLife check -> checkLife(check);
            case Effect.FindStandby(var link) -> {
                ports.device(nextLane()).expect();
                aside.start(_ -> new Event.StandbyFound(link.server().id(), provisioner.standby(link)));
            }
            case Effect.FindOtherKey(var link) -> keys.start(_ -> otherKey(link));
            case Effect.StopDevice(var lane) -> stopDevice(lane);
            case Effect.CancelWork() -> {
                work.cancel();
                beside.cancel();
            }
            case Effect.SetTimer(var after) -> setTimer(after);
            case Effect.Remember(var wanted) -> around.remember(wanted);
            case Effect.RememberPause(var until) -> around.rememberPause(until);
            case Effect.Roam(var link) -> roam(link);
            case Effect.Answer(var failure) -> around.answer(failure);
            case Effect.LookUpExit() -> around.lookUpExit();
            case Effect.ApplyFirewall _, Effect.StartDevice _, Effect.RetryHandshake _, Effect.Divert _ ->
                throw new IllegalArgumentException("can fail: " + name(effect));
        }
    }

    private Event otherKey(Link link) throws InterruptedException {
        var found = provisioner.withOtherKey(link) instanceof Provisioner.Result.Ready(var other, var _)
                ? Optional.of(other)
                : Optional.<Link>empty();
        return new Event.OtherKeyFound(link.server().id(), found);
    }

    private Optional<ErrorCause> startDevice(Link link) {
        var lane = link.lane();
        var mine = nextGeneration(lane);
        seen.remove(lane);
        begun = begun.filter(other -> other != lane);
        return ports.device(lane)
                .start(link.device(), () -> loop.post(() -> lost(lane, mine)))
                .or(() -> ports.routes().prepare(link.routes()));
    }

    private int nextGeneration(Lane lane) {
        return generations.merge(lane, 1, Integer::sum);
    }

    private void lost(Lane lane, int generation) {
        if (generation == generations.getOrDefault(lane, 0)) {
            handle(new Event.DeviceLost(lane));
        }
    }

    /// What could not be removed is removed by the next tearing down, or by the next device in this lane.
    private void stopDevice(Lane lane) {
        nextGeneration(lane);
        var routes = ports.routes().release(lane);
        var device = ports.device(lane).stop();
        routes.or(() -> device).ifPresent(cause -> LOG.warn("{} was not removed: {}", lane.device(), cause));
    }

    private Optional<ErrorCause> divert(Link link) {
        var refused = ports.routes().divert(link.routes()).or(() -> ports.dns().use(link.names()));
        ledInto = refused.isEmpty() ? Optional.of(link.lane()) : Optional.empty();
        return refused;
    }

    /// Every part is put back, whatever became of the one before; the first failure is told.
    private Optional<ErrorCause> tearDown() {
        ledInto = Optional.empty();
        begun = Optional.empty();
        var refused = ports.dns().restore();
        var routes = ports.routes().restore();
        refused = refused.or(() -> routes);
        for (var lane : Lane.values()) {
            nextGeneration(lane);
            var device = ports.device(lane).stop();
            refused = refused.or(() -> device);
        }
        ports.device(Lane.FIRST).expect();
        return refused;
    }

    private Lane nextLane() {
        return state.carrying().map(Connected::nextLane).orElse(Lane.FIRST);
    }

    private void provision(Effect.Provision wanted) {
        var lane = nextLane();
        if (ports.device(lane).begin()) {
            begun = Optional.of(lane);
        }
        work.start(early -> switch (provisioner.provision(
                wanted.target(), wanted.renew(), server -> early.accept(new Event.Picked(server)))) {
            case Provisioner.Result.Ready(var link, var others) -> new Event.Provisioned(link, others);
            case Provisioner.Result.Missing(var cause) -> new Event.NotProvisioned(cause);
        });
    }

    /// What came in while nobody answered is an answer, too.
    private Event prove(Link link, Duration limit) throws InterruptedException {
        var before = passed(link);
        var proof = ports.prover().prove(link.addresses(), link.resolvers(), link.gateways(), limit);
        var grown = before.isPresent()
                && passed(link).filter(now -> now.in() > before.get().in()).isPresent();
        return proof.isEmpty() && grown && hasHandshake(link) ? new Event.Alive() : told(link, proof);
    }

    /// Whether what leaves from its addresses takes no other tunnel. Where none carries yet, that is not known.
    private boolean hasAddressesOfItsOwn(Link link) {
        return state.carrying()
                .filter(now -> now.links().stream()
                        .allMatch(other -> Collections.disjoint(other.addresses(), link.addresses())))
                .isPresent();
    }

    /// That the handshake of this very device was seen keeps an answer out of the other tunnel from proving it.
    private Event proveBeside(Link link, List<InetAddress> gateways, Duration limit) throws InterruptedException {
        var proof = ports.prover().proveBeside(link.lane(), link.addresses(), link.resolvers(), gateways, limit);
        return told(link, proof.filter(_ -> hasHandshake(link)));
    }

    private Event told(Link link, Optional<Proof> proof) {
        return proof.<Event>map(seenNow -> new Event.Proven(link.lane(), seenNow))
                .orElseGet(() -> new Event.Unproven(link.lane(), hasHandshake(link)));
    }

    private boolean hasHandshake(Link link) {
        return ports.device(link.lane())
                .status()
                .flatMap(DeviceStatus::lastHandshake)
                .isPresent();
    }

    private Optional<Passed> passed(Link link) {
        return ports.device(link.lane()).passed();
    }

    private void checkLife(Effect.CheckLife check) {
        var link = check.link();
        var before = seen.getOrDefault(link.lane(), NOTHING);
        var now = passed(link).orElse(before);
        seen.put(link.lane(), now);
        if (now.in() > before.in()) {
            handle(new Event.Alive());
        } else if (now.out() > before.out()) {
            work.start(_ -> asked(link, prove(link, check.limit())));
        } else if (check.ask()) {
            work.start(_ -> asked(link, ask(link, check)));
        } else {
            handle(new Event.Quiet());
        }
    }

    /// Our own question and its answer are nobody's traffic.
    private Event asked(Link link, Event outcome) {
        passed(link).ifPresent(now -> loop.post(() -> seen.put(link.lane(), now)));
        return outcome;
    }

    /// Asks whoever answered last, and all others only when that one does not.
    private Event ask(Link link, Effect.CheckLife check) throws InterruptedException {
        var lately = Asked.lately(link, check.last());
        var proof = ports.prover().prove(link.addresses(), lately.resolvers(), lately.gateways(), check.limit());
        return proof.isPresent() ? told(link, proof) : prove(link, check.limit());
    }

    private void roam(Link link) {
        ports.device(link.lane())
                .roam()
                .ifPresent(cause -> LOG.warn(
                        "the endpoint of {} was not told again: {}",
                        link.server().id(),
                        cause));
    }

    /// Looks whether what the state promises stands in the system, and has what is missing put back. To be
    /// called on the loop when something may have changed there.
    public void look() {
        if (ledInto.isPresent() && !ports.routes().stand()) {
            // Routes go with their device, and whoever tells of that may come later.
            var dead = Arrays.stream(Lane.values()).filter(this::isDead).findFirst();
            if (dead.isPresent()) {
                handle(new Event.DeviceLost(dead.get()));
                return;
            }
        }
        disturbed().ifPresent(part -> {
            LOG.warn("another program changed our {}; it is put back", part);
            around.disturbed(part);
            handle(new Event.Tampered());
        });
    }

    /// Whether the state counts on the device of that lane, which does not answer.
    private boolean isDead(Lane lane) {
        return uses(lane) && ports.device(lane).status().isEmpty();
    }

    private boolean uses(Lane lane) {
        var trying = (state instanceof Switching(var _, var to, var _, var _, var _) && to.lane() == lane)
                || (state instanceof FailingOver failing && failing.to().lane() == lane)
                || state instanceof Racing;
        var left = state.carrying().filter(now -> now.hasLeft(lane)).isPresent();
        return ledInto.filter(lane::equals).isPresent() || trying || left;
    }

    private Optional<ErrorCause.Part> disturbed() {
        if (state instanceof Blocked blocked && blocked.leaksPossible()) {
            return Optional.empty();
        }
        if (!ports.firewall().stands()) {
            return Optional.of(ErrorCause.Part.FIREWALL);
        }
        if (ledInto.isPresent() && !ports.routes().stand()) {
            return Optional.of(ErrorCause.Part.ROUTES);
        }
        return ledInto.isPresent() && !ports.dns().stands() ? Optional.of(ErrorCause.Part.DNS) : Optional.empty();
    }

    private void setTimer(Duration after) {
        if (timer != null) {
            timer.cancel();
        }
        timer = loop.after(after, () -> handle(new Event.TimerFired()));
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
