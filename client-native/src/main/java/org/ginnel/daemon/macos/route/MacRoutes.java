// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.SettledRoutes;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// Routes of macOS by `route(8)`, whose exit code tells little: each change is read back from `netstat
/// -rn`. Never run on a Mac so far.
///
/// Two lanes with the same address cannot be told apart by it, as there are no rules by port: questions
/// beside a tunnel to the same address go where everybody's go.
public final class MacRoutes extends SettledRoutes {
    private final Commands commands;

    public MacRoutes(Commands commands) {
        this.commands = commands;
    }

    @Override
    protected boolean isSettled(Map<Lane, RoutePlan> prepared, Lane led) {
        return read() instanceof Reading.Ours(var found)
                && areExactly(RouteText.wanted(prepared.values(), Optional.of(led)), found);
    }

    @Override
    protected Optional<ErrorCause> settle(Map<Lane, RoutePlan> prepared, Optional<Lane> led) {
        var wanted = RouteText.wanted(prepared.values(), led);
        return switch (read()) {
            case Reading.Refused(var why) -> Optional.of(why);
            case Reading.Ours(var found) -> {
                var refused = RouteText.calls(wanted, found).stream().map(this::call).toList().stream()
                        .flatMap(Optional::stream)
                        .findFirst();
                yield unsettled(wanted).map(why -> refused.orElse(why));
            }
        };
    }

    private Optional<ErrorCause> unsettled(List<MacRoute> wanted) {
        return switch (read()) {
            case Reading.Refused(var why) -> Optional.of(why);
            case Reading.Ours(var found) ->
                areExactly(wanted, found)
                        ? Optional.empty()
                        : Optional.of(Refusals.of(Part.ROUTES, "route", "the routes are not as they were set"));
        };
    }

    private static boolean areExactly(List<MacRoute> wanted, List<MacRoute> found) {
        return new HashSet<>(found).equals(new HashSet<>(wanted));
    }

    private Optional<ErrorCause> call(List<String> argv) {
        var command = Command.of(argv.toArray(String[]::new));
        return Refusals.of(Part.ROUTES, command, commands.run(command));
    }

    /// What of ours stands.
    private sealed interface Reading {
        record Ours(List<MacRoute> routes) implements Reading {}

        record Refused(ErrorCause why) implements Reading {}
    }

    private Reading read() {
        List<MacRoute> found = new ArrayList<>();
        for (var ipv4 : List.of(true, false)) {
            switch (Netstat.ask(commands, ipv4)) {
                case Netstat.Answer.Table(var table) -> found.addAll(RouteText.ours(table));
                case Netstat.Answer.Refused(var why) -> {
                    return new Reading.Refused(why);
                }
            }
        }
        return new Reading.Ours(found);
    }
}
