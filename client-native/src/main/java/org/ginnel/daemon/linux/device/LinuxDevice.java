// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.engine.Engine;
import org.ginnel.daemon.engine.Loss;
import org.ginnel.daemon.engine.UserspaceEngine;
import org.ginnel.daemon.linux.Ipv6;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.NetlinkException;
import org.ginnel.daemon.linux.netlink.Network;
import org.ginnel.daemon.linux.netlink.Refused;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.process.Children;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// The WireGuard device of Linux: the kernel's where that knows links of that kind, else `wireguard-go`.
///
/// That there is one is noted in the state directory, so that [#stop()] finds what a killed daemon left.
public final class LinuxDevice implements TunnelDevice {
    private record Running(DevicePlan plan, Engine engine, Loss loss) {}

    private final Network network;
    private final List<Engine> engines;
    private final Ipv6 ipv6;
    private final String name;
    private final Path note;
    private volatile Optional<Running> running = Optional.empty();
    private volatile Optional<Engine> lastUsed = Optional.empty();
    private boolean begun;

    /// @param lane whose device it is
    /// @param sockets where `wireguard-go` puts its sockets, `/var/run/wireguard`
    /// @param stateDir exists; holds the name of the device and the engine's log
    public LinuxDevice(
            Lane lane, Commands commands, Children children, Network network, Ipv6 ipv6, Path sockets, Path stateDir) {
        this.network = network;
        this.ipv6 = ipv6;
        this.name = lane.device();
        this.note = stateDir.resolve("device-" + name);
        this.engines = List.of(
                new KernelEngine(commands, network, KernelEngine.WIREGUARD),
                new UserspaceEngine(
                        children,
                        sockets,
                        stateDir.resolve("wireguard-go-" + name + ".log"),
                        name,
                        OptionalInt.of(LinuxNames.MARK)));
    }

    @Override
    public Optional<ErrorCause> start(DevicePlan plan, Runnable onLost) {
        if (!plan.name().equals(name)) {
            throw new IllegalArgumentException("a plan for another lane");
        }
        var lastAlone = lastUsed.stream().toList();
        return begun && make(plan, lastAlone, new Loss(onLost)).isEmpty()
                ? Optional.empty()
                : stop().or(this::remove).or(this::note).or(() -> make(plan, engines, new Loss(onLost)));
    }

    /// By the first of these engines that can; what was begun ends with it.
    private Optional<ErrorCause> make(DevicePlan plan, List<Engine> candidates, Loss loss) {
        var refused = Optional.<ErrorCause>empty();
        begun = false;
        for (var engine : candidates) {
            refused = engine.create(plan.name(), loss);
            if (refused.isEmpty()) {
                running = Optional.of(new Running(plan, engine, loss));
                lastUsed = Optional.of(engine);
                refused = engine.configure(plan).or(() -> raise(plan));
                break;
            }
            engine.release(plan.name());
        }
        if (refused.isPresent()) {
            var _ = stop();
        }
        return refused;
    }

    /// The engine that was used last is the one that will be; before the first start nobody knows.
    @Override
    public void expect() {
        lastUsed.ifPresent(Engine::expect);
    }

    /// Not where something of ours may stand under that name: that is removed first, by the start.
    @Override
    public boolean begin() {
        if (running.isEmpty() && !Files.exists(note) && note().isEmpty()) {
            begun = lastUsed.filter(engine -> engine.begin(name)).isPresent();
            if (!begun) {
                var _ = forget();
            }
        }
        return begun;
    }

    private Optional<ErrorCause> raise(DevicePlan plan) {
        try (var kernel = network.talk()) {
            var found = kernel.ask(Link.find(plan.name()));
            if (found.link().isEmpty()) {
                var gone = Refusals.of(Part.DEVICE, "rtnetlink", "nothing is known of " + plan.name());
                return Optional.of(found.refused()
                        .map(refused -> refused.cause(Part.DEVICE))
                        .orElse(gone));
            }
            var raising = LinkSetup.raise(plan, found.link().get().index(), ipv6.isUsable());
            return kernel.change(raising).stream().findFirst().map(refused -> refused.cause(Part.DEVICE));
        } catch (NetlinkException e) {
            return Optional.of(e.cause(Part.DEVICE));
        }
    }

    @Override
    public Optional<ErrorCause> retryHandshake(DevicePlan plan) {
        running = running.map(now -> new Running(plan, now.engine(), now.loss()));
        return running.map(now -> now.engine().configure(plan))
                .orElseGet(() -> Optional.of(Refusals.of(Part.DEVICE, "retry", "no device")));
    }

    @Override
    public Optional<ErrorCause> roam() {
        return running.map(now -> now.engine().roam(now.plan()))
                .orElseGet(() -> Optional.of(Refusals.of(Part.DEVICE, "roam", "no device")));
    }

    @Override
    public Optional<DeviceStatus> status() {
        return running.flatMap(now -> now.engine().status(now.plan().name()));
    }

    @Override
    public Optional<Passed> passed() {
        return running.isEmpty() ? Optional.empty() : DeviceCounts.of(name);
    }

    @Override
    public Optional<ErrorCause> stop() {
        if (running.isEmpty() && !Files.exists(note)) {
            return Optional.empty();
        }
        running.ifPresent(now -> now.loss().expected());
        running = Optional.empty();
        begun = false;
        return remove().or(this::forget);
    }

    private Optional<ErrorCause> remove() {
        engines.forEach(engine -> engine.release(name));
        try (var kernel = network.talk()) {
            return kernel.change(List.of(Link.delete(name))).stream()
                    .filter(refused -> refused.errno() != Refused.NO_DEVICE)
                    .findFirst()
                    .map(refused -> refused.cause(Part.DEVICE));
        } catch (NetlinkException e) {
            return Optional.of(e.cause(Part.DEVICE));
        }
    }

    private Optional<ErrorCause> note() {
        try {
            Files.writeString(note, name);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.STORE, "write " + note.getFileName(), e.toString()));
        }
    }

    private Optional<ErrorCause> forget() {
        try {
            Files.deleteIfExists(note);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.STORE, "delete " + note.getFileName(), e.toString()));
        }
    }
}
