// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.daemon.windows.Adapters;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;

/// The adapters of the lanes, made when somebody first asks and kept until [#close()], so that their
/// numbers stay. One that was left by a killed daemon is removed by the driver as another of its name is
/// made.
public final class LaneAdapters implements Adapters, AutoCloseable {
    private final AdapterDriver driver;
    private final Map<Lane, AdapterDriver.Adapter> adapters = new EnumMap<>(Lane.class);

    /// Those of this machine. Opening them changes nothing.
    public LaneAdapters() {
        this(new NativeAdapterDriver());
    }

    /// Whether this machine has the driver's library.
    public static boolean haveDriver() {
        return NativeAdapterDriver.isThere();
    }

    LaneAdapters(AdapterDriver driver) {
        this.driver = driver;
    }

    @Override
    public synchronized Luid luid(Lane lane) {
        return switch (open(lane)) {
            case Opened.Done(var adapter) -> new Luid.Known(adapter.luid());
            case Opened.Refused(var why) -> new Luid.Refused(why);
        };
    }

    @Override
    public synchronized Map<Lane, Long> existing() {
        Map<Lane, Long> luids = new EnumMap<>(Lane.class);
        adapters.forEach((lane, adapter) -> luids.put(lane, adapter.luid()));
        return luids;
    }

    /// An adapter, or why there is none.
    sealed interface Opened {
        record Done(AdapterDriver.Adapter adapter) implements Opened {}

        record Refused(ErrorCause why) implements Opened {}
    }

    synchronized Opened open(Lane lane) {
        var known = find(lane);
        if (known.isPresent()) {
            return new Opened.Done(known.get());
        }
        return switch (driver.create(lane.device(), WindowsNames.TUNNEL_TYPE, WindowsNames.adapter(lane))) {
            case AdapterDriver.Made.Done(var adapter) -> {
                adapters.put(lane, adapter);
                yield new Opened.Done(adapter);
            }
            case AdapterDriver.Made.Refused(var code) ->
                new Opened.Refused(Refusals.of(Part.DEVICE, "WireGuardCreateAdapter", "error 0x%08x".formatted(code)));
            case AdapterDriver.Made.Missing() -> new Opened.Refused(new EngineMissing());
        };
    }

    synchronized Optional<AdapterDriver.Adapter> find(Lane lane) {
        return Optional.ofNullable(adapters.get(lane));
    }

    /// The adapter was taken away by somebody else.
    synchronized void forget(Lane lane) {
        Optional.ofNullable(adapters.remove(lane)).ifPresent(AdapterDriver.Adapter::close);
    }

    /// Removes them.
    @Override
    public synchronized void close() {
        adapters.values().forEach(AdapterDriver.Adapter::close);
        adapters.clear();
    }
}
