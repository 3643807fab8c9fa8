// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Routes;
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
public final class MacRoutes implements Routes {
    private final Commands commands;
    private final Map<Lane, RoutePlan> prepared = new EnumMap<>(Lane.class);
    private Optional<Lane> led = Optional.empty();

    public MacRoutes(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Optional<ErrorCause> prepare(RoutePlan plan) {
        if (!plan.equals(prepared.get(plan.lane()))) {
            forget(plan.lane());
        }
        prepared.put(plan.lane(), plan);
        return settle();
    }

    @Override
    public Optional<ErrorCause> divert(RoutePlan plan) {
        prepared.put(plan.lane(), plan);
        led = Optional.of(plan.lane());
        return settle();
    }

    @Override
    public Optional<ErrorCause> release(Lane lane) {
        forget(lane);
        return settle();
    }

    @Override
    public Optional<ErrorCause> restore() {
        prepared.clear();
        led = Optional.empty();
        return settle();
    }

    private void forget(Lane lane) {
        prepared.remove(lane);
        led = led.filter(other -> other != lane);
    }

    @Override
    public boolean stand() {
        return led.isPresent() && read() instanceof Reading.Ours(var found) && isSettled(found);
    }

    private Optional<ErrorCause> settle() {
        return switch (read()) {
            case Reading.Refused(var why) -> Optional.of(why);
            case Reading.Ours(var found) -> {
                var refused = RouteText.calls(wanted(), found).stream().map(this::call).toList().stream()
                        .flatMap(Optional::stream)
                        .findFirst();
                yield unsettled().map(why -> refused.orElse(why));
            }
        };
    }

    private Optional<ErrorCause> unsettled() {
        return switch (read()) {
            case Reading.Refused(var why) -> Optional.of(why);
            case Reading.Ours(var found) ->
                isSettled(found)
                        ? Optional.empty()
                        : Optional.of(Refusals.of(Part.ROUTES, "route", "the routes are not as they were set"));
        };
    }

    private boolean isSettled(List<MacRoute> found) {
        return new HashSet<>(found).equals(new HashSet<>(wanted()));
    }

    private List<MacRoute> wanted() {
        return RouteText.wanted(prepared.values(), led);
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
