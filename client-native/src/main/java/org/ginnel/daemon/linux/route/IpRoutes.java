// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ginnel.daemon.linux.Refusals;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// Routes by `ip -batch -`: one process for a change in a family. A machine without IPv6 is left alone there:
/// nothing leaves by a family that the kernel does not speak.
public final class IpRoutes implements Routes {
    /// Copies of one rule that broken runs may have left behind, at most.
    private static final int MOST_COPIES = 16;

    private final Commands commands;
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

    /// @param ipv6 whether this machine speaks IPv6; asked at each change
    public IpRoutes(Commands commands, BooleanSupplier ipv6) {
        this.commands = commands;
        this.ipv6 = ipv6;
    }

    @Override
    public Optional<ErrorCause> prepare(RoutePlan plan) {
        if (prepared.filter(plan::equals).isPresent()) {
            return each(family -> batch(family, IpBatch.routes(plan, family)));
        }
        var left = restore();
        if (left.isPresent()) {
            return left;
        }
        known = Known.NOTHING_SURE;
        var refused =
                each(family -> batch(family, IpBatch.routes(plan, family) + IpBatch.rulesFromTunnel(plan, family)));
        if (refused.isEmpty()) {
            known = Known.PREPARED;
            prepared = Optional.of(plan);
        }
        return refused;
    }

    @Override
    public Optional<ErrorCause> divert(RoutePlan plan) {
        if (known == Known.DIVERTED && stand()) {
            return Optional.empty();
        }
        // Somebody removed some of it: what is left would stand in the way.
        var refused = known == Known.DIVERTED ? restore().or(() -> prepare(plan)) : Optional.<ErrorCause>empty();
        refused = refused.or(() -> each(family -> batch(family, IpBatch.divert())));
        known = refused.isEmpty() ? Known.DIVERTED : Known.NOTHING_SURE;
        return refused;
    }

    @Override
    public Optional<ErrorCause> restore() {
        if (known == Known.CLEAN) {
            return Optional.empty();
        }
        prepared = Optional.empty();
        known = Known.NOTHING_SURE;
        var refused = each(this::clean);
        if (refused.isEmpty()) {
            known = Known.CLEAN;
        }
        return refused;
    }

    private Optional<ErrorCause> clean(Family family) {
        for (var copies = 0; copies < MOST_COPIES; copies++) {
            var now = IpRules.read(commands, family);
            if (now.isEmpty()) {
                return Optional.of(Refusals.of(Part.ROUTES, "ip rule show", "it lists nothing that can be read"));
            }
            if (now.get().isClean()) {
                return Optional.empty();
            }
            // -force: goes on behind what is not there.
            commands.run(
                    Command.of("ip", family.option(), "-force", "-batch", "-").reading(IpBatch.remove()));
        }
        return Optional.of(Refusals.of(Part.ROUTES, "ip rule del", "our rules are still there"));
    }

    @Override
    public boolean stand() {
        return families().stream()
                .allMatch(family ->
                        IpRules.read(commands, family).filter(IpRules::divert).isPresent());
    }

    private Optional<ErrorCause> batch(Family family, String text) {
        var command = Command.of("ip", family.option(), "-batch", "-").reading(text);
        return Refusals.of(Part.ROUTES, command, commands.run(command));
    }

    /// Changes every family, whatever became of the one before; the first failure is told.
    private Optional<ErrorCause> each(Function<Family, Optional<ErrorCause>> change) {
        var refused = families().stream().map(change).toList();
        return refused.stream().flatMap(Optional::stream).findFirst();
    }

    private List<Family> families() {
        return ipv6.getAsBoolean() ? List.of(Family.IPV4, Family.IPV6) : List.of(Family.IPV4);
    }
}
