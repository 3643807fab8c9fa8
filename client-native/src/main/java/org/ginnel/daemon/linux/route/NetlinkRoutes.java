// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.netlink.Conversation;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.NetlinkException;
import org.ginnel.daemon.linux.netlink.Network;
import org.ginnel.daemon.linux.netlink.Refused;
import org.ginnel.daemon.linux.netlink.Routing;
import org.ginnel.daemon.linux.netlink.Told;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// Routes by rtnetlink, without another process. A machine without IPv6 is left alone there: nothing leaves by
/// a family that the kernel does not speak.
public final class NetlinkRoutes implements Routes {
    /// Others may add to what is ours while we remove it; so often at most.
    private static final int MOST_ROUNDS = 16;

    private final Network network;
    private final BooleanSupplier ipv6;
    private final Map<Lane, RoutePlan> prepared = new EnumMap<>(Lane.class);
    private Known known = Known.NOTHING_SURE;
    private Optional<Lane> led = Optional.empty();

    /// What of ours stands, as far as we did it ourselves.
    private enum Known {
        NOTHING_SURE,
        CLEAN,
        OURS
    }

    /// What is said to the kernel in one conversation.
    private interface Talk {
        Optional<ErrorCause> with(Conversation kernel) throws NetlinkException;
    }

    /// @param ipv6 whether this machine speaks IPv6; asked at each change
    public NetlinkRoutes(Network network, BooleanSupplier ipv6) {
        this.network = network;
        this.ipv6 = ipv6;
    }

    /// Where the device is missing or down, this is refused, but all that needs none stands: the tunnel's
    /// addresses can use nothing else. The same plan again then adds what was missing.
    @Override
    public Optional<ErrorCause> prepare(RoutePlan plan) {
        var left = makeRoomFor(plan);
        if (left.isPresent()) {
            return left;
        }
        known = Known.OURS;
        var refused = talk(kernel -> prepare(kernel, plan));
        if (refused.isEmpty()) {
            prepared.put(plan.lane(), plan);
        }
        return refused;
    }

    /// Nothing of another plan may stand in the lane.
    private Optional<ErrorCause> makeRoomFor(RoutePlan plan) {
        if (isPrepared(plan)) {
            return Optional.empty();
        }
        return known == Known.NOTHING_SURE || isLed(plan.lane()) ? restore() : release(plan.lane());
    }

    private Optional<ErrorCause> prepare(Conversation kernel, RoutePlan plan) throws NetlinkException {
        var device = kernel.ask(Link.find(plan.lane().device()));
        List<Routing> wanted = new ArrayList<>(withoutLink(plan, led));
        device.link().ifPresent(link -> wanted.addAll(Traces.throughTheLink(plan, families(), link.index())));
        var refused = put(kernel, wanted);
        return refused.or(() -> device.refused().map(missing -> missing.cause(Part.ROUTES)));
    }

    private List<Routing> withoutLink(RoutePlan plan, Optional<Lane> everybodys) {
        var beside = everybodys.filter(lane -> lane != plan.lane()).isPresent();
        return Traces.beforeTheLinkIsUp(plan, families(), beside);
    }

    @Override
    public Optional<ErrorCause> divert(RoutePlan plan) {
        if (isLed(plan.lane()) && isPrepared(plan)) {
            return stand() ? Optional.empty() : mend();
        }
        var refused = isPrepared(plan) ? Optional.<ErrorCause>empty() : prepare(plan);
        return refused.or(() -> lead(plan.lane()));
    }

    /// What leads into the new lane is put beside what leads into the old one, which is asked first, and takes over
    /// in the instant in which that is removed: no packet finds neither.
    private Optional<ErrorCause> lead(Lane lane) {
        var moves = led.isPresent();
        var refused = talk(kernel -> {
            List<Routing> wanted = new ArrayList<>(Traces.diversion(lane, families()));
            if (moves) {
                prepared.values().forEach(plan -> wanted.addAll(withoutLink(plan, Optional.of(lane))));
            }
            return put(kernel, wanted);
        });
        led = refused.isEmpty() ? Optional.of(lane) : Optional.empty();
        return moves ? refused.or(() -> talk(this::removeSurplus)) : refused;
    }

    private Optional<ErrorCause> removeSurplus(Conversation kernel) throws NetlinkException {
        var wanted = wanted(kernel).things();
        var surplus = Remains.of(kernel, families()).stream()
                .filter(told -> told.thing() instanceof Routing some && !wanted.remove(some))
                .map(Told::delete)
                .toList();
        return kernel.change(surplus).stream().findFirst().map(refused -> refused.cause(Part.ROUTES));
    }

    /// What somebody removed is put back beside what still stands. Only what somebody added makes us begin anew.
    private Optional<ErrorCause> mend() {
        var refused = putAll();
        return refused.isPresent() || stand() ? refused : anew();
    }

    private Optional<ErrorCause> putAll() {
        var everybodys = led;
        return prepared.values().stream()
                .map(plan -> talk(kernel -> prepare(kernel, plan)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> everybodys.flatMap(this::lead));
    }

    private Optional<ErrorCause> anew() {
        var plans = List.copyOf(prepared.values());
        var everybodys = led;
        return restore()
                .or(() -> plans.stream()
                        .map(this::prepare)
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> everybodys.flatMap(this::lead));
    }

    @Override
    public Optional<ErrorCause> release(Lane lane) {
        if (known == Known.CLEAN) {
            return Optional.empty();
        }
        prepared.remove(lane);
        led = led.filter(other -> other != lane);
        return talk(kernel -> {
            var left = Remains.of(kernel, List.of(Family.values())).stream()
                    .filter(told -> told.thing() instanceof Routing some && Traces.isOf(lane, some))
                    .map(Told::delete)
                    .toList();
            return kernel.change(left).stream().findFirst().map(refused -> refused.cause(Part.ROUTES));
        });
    }

    @Override
    public Optional<ErrorCause> restore() {
        if (known == Known.CLEAN) {
            return Optional.empty();
        }
        prepared.clear();
        led = Optional.empty();
        known = Known.NOTHING_SURE;
        var refused = talk(NetlinkRoutes::clean);
        if (refused.isEmpty()) {
            known = Known.CLEAN;
        }
        return refused;
    }

    private static Optional<ErrorCause> clean(Conversation kernel) throws NetlinkException {
        var why = Refusals.of(Part.ROUTES, "rtnetlink", "our rules or routes come back");
        for (var round = 0; round < MOST_ROUNDS; round++) {
            // IPv6, too, where it was switched off since.
            var left = Remains.of(kernel, List.of(Family.values()));
            if (left.isEmpty()) {
                return Optional.empty();
            }
            var refused = kernel.change(left.stream().map(Told::delete).toList());
            if (!refused.isEmpty()) {
                why = refused.getFirst().cause(Part.ROUTES);
            }
        }
        return Optional.of(why);
    }

    /// Whether exactly what the plans ask for is in our tables and at our priorities.
    @Override
    public boolean stand() {
        if (led.isEmpty()) {
            return false;
        }
        try (var kernel = network.talk()) {
            var wanted = wanted(kernel);
            return wanted.withAllDevices() && Remains.areExactly(wanted.things(), Remains.of(kernel, families()));
        } catch (NetlinkException e) {
            return false;
        }
    }

    /// All there should be.
    ///
    /// @param things mutable
    /// @param withAllDevices whether no device is missing; one that is has no routes here
    private record Wanted(List<Routing> things, boolean withAllDevices) {}

    private Wanted wanted(Conversation kernel) throws NetlinkException {
        List<Routing> things = new ArrayList<>();
        var complete = true;
        for (var plan : prepared.values()) {
            var device = kernel.ask(Link.find(plan.lane().device())).link();
            complete = complete && device.isPresent();
            things.addAll(withoutLink(plan, led));
            device.ifPresent(link -> things.addAll(Traces.throughTheLink(plan, families(), link.index())));
        }
        led.ifPresent(lane -> things.addAll(Traces.diversion(lane, families())));
        return new Wanted(things, complete);
    }

    private boolean isPrepared(RoutePlan plan) {
        return plan.equals(prepared.get(plan.lane()));
    }

    private boolean isLed(Lane lane) {
        return led.filter(lane::equals).isPresent();
    }

    /// A rule that is there already is what we want. The first other refusal is told, behind everything else
    /// that could be done.
    private static Optional<ErrorCause> put(Conversation kernel, Collection<Routing> wanted) throws NetlinkException {
        return kernel.change(wanted.stream().map(Routing::put).toList()).stream()
                .filter(refused -> refused.errno() != Refused.EXISTS)
                .findFirst()
                .map(refused -> refused.cause(Part.ROUTES));
    }

    private Optional<ErrorCause> talk(Talk talk) {
        try (var kernel = network.talk()) {
            return talk.with(kernel);
        } catch (NetlinkException e) {
            return Optional.of(e.cause(Part.ROUTES));
        }
    }

    private List<Family> families() {
        return ipv6.getAsBoolean() ? List.of(Family.values()) : List.of(Family.IPV4);
    }
}
