// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.engine.Engine;
import org.ginnel.daemon.engine.Loss;
import org.ginnel.daemon.engine.UserspaceEngine;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.daemon.macos.route.Netstat;
import org.ginnel.daemon.macos.route.RouteTable;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.process.Children;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.wireguard.IpNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The WireGuard device of macOS: `wireguard-go` behind `utun`, whose end takes the interface away. Never
/// run on a Mac so far.
///
/// The endpoint's own route is noted in the state directory, so that [#stop()] finds what a killed daemon
/// left.
public final class MacDevice implements TunnelDevice {
    private static final Logger LOG = LoggerFactory.getLogger(MacDevice.class);

    private record Running(DevicePlan plan, Loss loss) {}

    private final Lane lane;
    private final Commands commands;
    private final Engine engine;
    private final Path note;
    private final List<Path> othersNotes;
    private final Function<String, Optional<Passed>> counts;
    private volatile Optional<Running> running = Optional.empty();

    /// @param sockets where `wireguard-go` puts its sockets, `/var/run/wireguard`
    /// @param stateDir exists; holds the endpoint's route and the engine's log
    public MacDevice(Lane lane, Commands commands, Children children, Path sockets, Path stateDir) {
        this(
                lane,
                commands,
                new UserspaceEngine(
                        children,
                        sockets,
                        stateDir.resolve("wireguard-go-" + MacNames.device(lane) + ".log"),
                        MacNames.device(lane),
                        OptionalInt.empty()),
                stateDir,
                InterfaceCounts::of);
    }

    /// @param counts of packets on an interface, by its name
    MacDevice(Lane lane, Commands commands, Engine engine, Path stateDir, Function<String, Optional<Passed>> counts) {
        this.lane = lane;
        this.commands = commands;
        this.engine = engine;
        this.note = stateDir.resolve("route-" + MacNames.device(lane));
        this.othersNotes = lane.others().stream()
                .map(other -> stateDir.resolve("route-" + MacNames.device(other)))
                .toList();
        this.counts = counts;
    }

    @Override
    public Optional<ErrorCause> start(DevicePlan plan, Runnable onLost) {
        if (plan.lane() != lane) {
            throw new IllegalArgumentException("a plan for another lane");
        }
        var refused = stop().or(() -> make(plan, new Loss(onLost)));
        if (refused.isPresent()) {
            var _ = stop();
        }
        return refused;
    }

    private Optional<ErrorCause> make(DevicePlan plan, Loss loss) {
        return engine.create(MacNames.device(lane), loss)
                .or(() -> {
                    running = Optional.of(new Running(plan, loss));
                    return engine.configure(plan);
                })
                .or(() -> run(Part.DEVICE, DeviceCalls.raise(plan)))
                .or(() -> lead(plan));
    }

    @Override
    public void expect() {
        engine.expect();
    }

    /// Also where the endpoint is another one now.
    @Override
    public Optional<ErrorCause> retryHandshake(DevicePlan plan) {
        if (running.isEmpty()) {
            return Optional.of(Refusals.of(Part.DEVICE, "retry", "no device"));
        }
        var moved = !running.get().plan().endpoint().equals(plan.endpoint());
        running = running.map(now -> new Running(plan, now.loss()));
        return (moved ? lead(plan) : Optional.<ErrorCause>empty()).or(() -> engine.configure(plan));
    }

    /// After a change of the network the endpoint's route may lead to a gateway that is gone.
    @Override
    public Optional<ErrorCause> roam() {
        return running.map(Running::plan)
                .map(plan -> lead(plan).or(() -> engine.roam(plan)))
                .orElseGet(() -> Optional.of(Refusals.of(Part.DEVICE, "roam", "no device")));
    }

    /// What somebody else has set for just that address is left as it is.
    private Optional<ErrorCause> lead(DevicePlan plan) {
        var endpoint = IpNetwork.host(Objects.requireNonNull(plan.endpoint().getAddress()));
        return switch (Netstat.ask(commands, endpoint.isIpv4())) {
            case Netstat.Answer.Refused(var why) -> Optional.of(why);
            case Netstat.Answer.Table(var table) -> {
                var route = EndpointRoute.of(endpoint, table).filter(_ -> isOurs(endpoint, table));
                yield (isNoted(endpoint) && route.isPresent() ? Optional.<ErrorCause>empty() : forgetRoute())
                        .or(() -> route.flatMap(
                                wanted -> note(endpoint).or(() -> run(Part.ROUTES, wanted.calls(table)))));
            }
        };
    }

    private boolean isOurs(IpNetwork endpoint, RouteTable table) {
        return !EndpointRoute.isSet(endpoint, table) || isNoted(endpoint) || isNotedByOthers(endpoint);
    }

    private boolean isNoted(IpNetwork endpoint) {
        return endpoint(note).equals(Optional.of(endpoint));
    }

    private boolean isNotedByOthers(IpNetwork endpoint) {
        return othersNotes.stream().anyMatch(others -> endpoint(others).equals(Optional.of(endpoint)));
    }

    private static Optional<IpNetwork> endpoint(Path note) {
        try {
            return Files.exists(note) ? IpNetwork.parse(Files.readString(note)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", note, e.getMessage());
            return Optional.empty();
        }
    }

    /// Another lane may be in use with the same endpoint, as while a key is changed.
    private Optional<ErrorCause> forgetRoute() {
        var left = endpoint(note).filter(noted -> !isNotedByOthers(noted)).flatMap(this::takeAway);
        if (left.isPresent()) {
            return left;
        }
        try {
            Files.deleteIfExists(note);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.STORE, "delete " + note.getFileName(), e.toString()));
        }
    }

    /// Why a route is still there. That there was none any more is no refusal.
    private Optional<ErrorCause> takeAway(IpNetwork endpoint) {
        return run(Part.ROUTES, List.of(EndpointRoute.delete(endpoint)))
                .filter(_ -> !(Netstat.ask(commands, endpoint.isIpv4()) instanceof Netstat.Answer.Table(var table)
                        && table.rows().stream().noneMatch(row -> row.network().equals(endpoint))));
    }

    private Optional<ErrorCause> note(IpNetwork endpoint) {
        try {
            Files.writeString(note, endpoint.toString());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.STORE, "write " + note.getFileName(), e.toString()));
        }
    }

    private Optional<ErrorCause> run(Part part, List<List<String>> calls) {
        return calls.stream()
                .map(argv -> Command.of(argv.toArray(String[]::new)))
                .map(command -> Refusals.of(part, command, commands.run(command)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<DeviceStatus> status() {
        return running.isEmpty() ? Optional.empty() : engine.status(MacNames.device(lane));
    }

    @Override
    public Optional<Passed> passed() {
        return running.isEmpty() ? Optional.empty() : counts.apply(MacNames.device(lane));
    }

    @Override
    public Optional<ErrorCause> stop() {
        running.ifPresent(now -> now.loss().expected());
        running = Optional.empty();
        engine.release(MacNames.device(lane));
        return forgetRoute();
    }
}
