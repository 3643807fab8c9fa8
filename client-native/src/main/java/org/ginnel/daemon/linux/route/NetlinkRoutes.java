// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ginnel.daemon.linux.Refusals;
import org.ginnel.daemon.linux.netlink.Conversation;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.NetlinkException;
import org.ginnel.daemon.linux.netlink.Network;
import org.ginnel.daemon.linux.netlink.Refused;
import org.ginnel.daemon.linux.netlink.Routing;
import org.ginnel.daemon.linux.netlink.Told;
import org.ginnel.daemon.port.Routes;
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
    private Known known = Known.NOTHING_SURE;
    private Optional<RoutePlan> prepared = Optional.empty();

    /// What of ours stands, as far as we did it ourselves.
    private enum Known {
        NOTHING_SURE,
        CLEAN,
        PREPARED,
        DIVERTED
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
        if (!isPrepared(plan)) {
            var left = restore();
            if (left.isPresent()) {
                return left;
            }
            known = Known.NOTHING_SURE;
        }
        var refused = talk(kernel -> prepare(kernel, plan));
        if (refused.isEmpty() && !isPrepared(plan)) {
            known = Known.PREPARED;
            prepared = Optional.of(plan);
        }
        return refused;
    }

    private Optional<ErrorCause> prepare(Conversation kernel, RoutePlan plan) throws NetlinkException {
        var device = kernel.ask(Link.find(plan.device()));
        List<Routing> wanted = new ArrayList<>(Traces.beforeTheLinkIsUp(plan, families()));
        device.link().ifPresent(link -> wanted.addAll(Traces.throughTheLink(plan, families(), link.index())));
        var refused = put(kernel, wanted);
        return refused.or(() -> device.refused().map(missing -> missing.cause(Part.ROUTES)));
    }

    @Override
    public Optional<ErrorCause> divert(RoutePlan plan) {
        if (known == Known.DIVERTED && isPrepared(plan)) {
            return stand() ? Optional.empty() : mend(plan);
        }
        var refused = isPrepared(plan) ? Optional.<ErrorCause>empty() : prepare(plan);
        return refused.or(this::lead);
    }

    private Optional<ErrorCause> lead() {
        var refused = talk(kernel -> put(kernel, Traces.diversion(families())));
        known = refused.isEmpty() ? Known.DIVERTED : Known.NOTHING_SURE;
        return refused;
    }

    /// What somebody removed is put back beside what still stands. Only what somebody added makes us begin anew.
    private Optional<ErrorCause> mend(RoutePlan plan) {
        var refused = prepare(plan).or(this::lead);
        return refused.isPresent() || stand()
                ? refused
                : restore().or(() -> prepare(plan)).or(this::lead);
    }

    @Override
    public Optional<ErrorCause> restore() {
        if (known == Known.CLEAN) {
            return Optional.empty();
        }
        prepared = Optional.empty();
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

    /// Whether exactly what the plan asks for is in our table and at our priorities.
    @Override
    public boolean stand() {
        try (var kernel = network.talk()) {
            return known == Known.DIVERTED && prepared.isPresent() && stands(kernel, prepared.get());
        } catch (NetlinkException e) {
            return false;
        }
    }

    private boolean stands(Conversation kernel, RoutePlan plan) throws NetlinkException {
        var families = families();
        var device = kernel.ask(Link.find(plan.device())).link();
        if (device.isEmpty()) {
            return false;
        }
        var wanted = new ArrayList<Routing>(Traces.beforeTheLinkIsUp(plan, families));
        wanted.addAll(Traces.throughTheLink(plan, families, device.get().index()));
        wanted.addAll(Traces.diversion(families));
        return Remains.areExactly(wanted, Remains.of(kernel, families));
    }

    private boolean isPrepared(RoutePlan plan) {
        return prepared.filter(plan::equals).isPresent();
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
