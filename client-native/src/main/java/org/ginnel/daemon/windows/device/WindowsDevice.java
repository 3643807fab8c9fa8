// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.engine.Loss;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.network.EndpointRoutes;
import org.ginnel.daemon.windows.network.IpHelper;
import org.ginnel.daemon.windows.network.IpRows;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// The WireGuard device of Windows: an adapter of WireGuardNT. Never run on Windows so far.
///
/// What is stopped is down and knows no key, but is still there: the firewall's filters name it by its
/// number.
public final class WindowsDevice implements TunnelDevice {
    private record Running(DevicePlan plan, Loss loss, IpHelper.Watching watching) {}

    private final Lane lane;
    private final LaneAdapters adapters;
    private final IpHelper helper;
    private final EndpointRoutes endpoints;
    private final List<byte[]> addresses = new ArrayList<>();
    private volatile Optional<Running> running = Optional.empty();

    /// @param endpoints of all lanes
    public WindowsDevice(Lane lane, LaneAdapters adapters, IpHelper helper, EndpointRoutes endpoints) {
        this.lane = lane;
        this.adapters = adapters;
        this.helper = helper;
        this.endpoints = endpoints;
    }

    @Override
    public Optional<ErrorCause> start(DevicePlan plan, Runnable onLost) {
        if (plan.lane() != lane) {
            throw new IllegalArgumentException("a plan for another lane");
        }
        var left = stop();
        if (left.isPresent()) {
            return left;
        }
        return switch (adapters.open(lane)) {
            case LaneAdapters.Opened.Refused(var why) -> Optional.of(why);
            case LaneAdapters.Opened.Done(var adapter) -> {
                var refused = make(adapter, plan, new Loss(onLost));
                if (refused.isPresent()) {
                    var _ = stop();
                }
                yield refused;
            }
        };
    }

    private Optional<ErrorCause> make(AdapterDriver.Adapter adapter, DevicePlan plan, Loss loss) {
        var luid = adapter.luid();
        var refused = configure(adapter, ConfigBytes.set(plan))
                .or(() -> first(
                        plan.config().local().addresses().stream().map(own -> () -> addAddress(luid, own.address()))))
                .or(() -> first(Stream.of(true, false).map(ipv4 -> () -> shape(luid, plan, ipv4))))
                .or(() -> lead(plan))
                .or(() -> WindowsCalls.refusal(Part.DEVICE, "WireGuardSetAdapterState", adapter.raise(true)));
        if (refused.isEmpty()) {
            var watching = helper.watchRemoval(luid, () -> gone(loss));
            running = Optional.of(new Running(plan, loss, watching));
        }
        return refused;
    }

    private void gone(Loss loss) {
        var now = running;
        running = Optional.empty();
        adapters.forget(lane);
        loss.happened();
        now.ifPresent(lost -> lost.watching().close());
    }

    private static Optional<ErrorCause> first(Stream<Supplier<Optional<ErrorCause>>> calls) {
        return calls.map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<ErrorCause> configure(AdapterDriver.Adapter adapter, byte[] config) {
        return WindowsCalls.refusal(Part.DEVICE, "WireGuardSetConfiguration", adapter.configure(config));
    }

    private Optional<ErrorCause> addAddress(long luid, InetAddress address) {
        var row = IpRows.address(helper.blankAddress(), luid, address);
        addresses.add(row);
        return WindowsCalls.refusal(
                Part.DEVICE, "CreateUnicastIpAddressEntry", helper.addAddress(row), IpHelper.EXISTS);
    }

    /// A family that this machine does not speak has no row.
    private Optional<ErrorCause> shape(long luid, DevicePlan plan, boolean ipv4) {
        return switch (helper.interfaceRow(luid, ipv4)) {
            case IpHelper.Rows.Refused(var code) ->
                WindowsCalls.refusal(Part.DEVICE, "GetIpInterfaceEntry", code, IpHelper.NOT_FOUND);
            case IpHelper.Rows.Found(var rows) ->
                WindowsCalls.refusal(
                        Part.DEVICE,
                        "SetIpInterfaceEntry",
                        helper.setInterface(IpRows.ours(rows.getFirst(), plan.mtu(), ipv4)));
        };
    }

    private Optional<ErrorCause> lead(DevicePlan plan) {
        return endpoints.lead(
                lane,
                Objects.requireNonNull(plan.endpoint().getAddress()),
                Set.copyOf(adapters.existing().values()));
    }

    @Override
    public Optional<ErrorCause> retryHandshake(DevicePlan plan) {
        var now = running;
        var adapter = adapters.find(lane);
        if (now.isEmpty() || adapter.isEmpty()) {
            return Optional.of(Refusals.of(Part.DEVICE, "retry", "no device"));
        }
        var moved = !now.get().plan().endpoint().equals(plan.endpoint());
        running = now.map(old -> new Running(plan, old.loss(), old.watching()));
        return (moved ? lead(plan) : Optional.<ErrorCause>empty())
                .or(() -> configure(adapter.get(), ConfigBytes.set(plan)));
    }

    @Override
    public Optional<ErrorCause> roam() {
        var now = running;
        var adapter = adapters.find(lane);
        if (now.isEmpty() || adapter.isEmpty()) {
            return Optional.of(Refusals.of(Part.DEVICE, "roam", "no device"));
        }
        var plan = now.get().plan();
        return lead(plan).or(() -> configure(adapter.get(), ConfigBytes.roam(plan)));
    }

    @Override
    public Optional<DeviceStatus> status() {
        return running.flatMap(_ -> adapters.find(lane))
                .flatMap(adapter -> adapter.configuration() instanceof AdapterDriver.Read.Bytes(var config)
                        ? ConfigBytes.status(config)
                        : Optional.empty());
    }

    @Override
    public Optional<Passed> passed() {
        return running.flatMap(_ -> adapters.find(lane))
                .flatMap(adapter -> helper.counts(adapter.luid()) instanceof IpHelper.Rows.Found(var rows)
                        ? rows.stream()
                                .findFirst()
                                .map(row -> new Passed(IpRows.packetsIn(row), IpRows.packetsOut(row)))
                        : Optional.empty());
    }

    /// Of an adapter that is gone, nothing is left to undo.
    @Override
    public Optional<ErrorCause> stop() {
        running.ifPresent(now -> {
            now.loss().expected();
            now.watching().close();
        });
        running = Optional.empty();
        var refused = adapters.find(lane)
                .flatMap(adapter -> WindowsCalls.refusal(Part.DEVICE, "WireGuardSetAdapterState", adapter.raise(false))
                        .or(() -> configure(adapter, ConfigBytes.blank())));
        addresses.forEach(helper::deleteAddress);
        addresses.clear();
        var way = endpoints.forget(lane);
        return refused.or(() -> way);
    }
}
