// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.windows.Adapters;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.firewall.FilterEngine.Calls;
import org.ginnel.daemon.windows.firewall.FilterEngine.Found;
import org.ginnel.daemon.windows.firewall.FilterEngine.Opened;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The firewall of Windows: our filters under our provider and sublayer, replaced in one transaction. Never
/// run on Windows so far.
///
/// A filter cannot be changed, only removed and added, and its key is made of all there is to it:
/// [#stands()] compares keys. One that is disabled is as good as none, and is made anew.
public final class WfpFirewall implements Firewall {
    private static final Logger LOG = LoggerFactory.getLogger(WfpFirewall.class);

    private final FilterEngine engine;
    private final Adapters adapters;
    private Set<UUID> applied = Set.of();

    /// @param adapters whose numbers the filters name
    public WfpFirewall(Adapters adapters) {
        this(new NativeFilterEngine(), adapters);
    }

    WfpFirewall(FilterEngine engine, Adapters adapters) {
        this.engine = engine;
        this.adapters = adapters;
    }

    @Override
    public Optional<ErrorCause> apply(FirewallPolicy policy) {
        Map<Lane, Long> luids = new EnumMap<>(Lane.class);
        if (policy instanceof FirewallPolicy.Closed closed) {
            for (var tunnel : closed.tunnels()) {
                switch (adapters.luid(tunnel.lane())) {
                    case Adapters.Luid.Known(var luid) -> luids.put(tunnel.lane(), luid);
                    case Adapters.Luid.Refused(var why) -> {
                        return Optional.of(why);
                    }
                }
            }
        }
        return switch (engine.open()) {
            case Opened.Refused(var code) -> refused("FwpmEngineOpen0", code);
            case Opened.Session(var calls) -> {
                try (calls) {
                    yield transact(calls, FilterRenderer.render(policy, luids));
                }
            }
        };
    }

    private Optional<ErrorCause> transact(Calls calls, List<Filter> filters) {
        var refused = call("FwpmTransactionBegin0", calls::begin);
        if (refused.isPresent()) {
            return refused;
        }
        refused = replace(calls, filters).or(() -> call("FwpmTransactionCommit0", calls::commit));
        if (refused.isPresent()) {
            call("FwpmTransactionAbort0", calls::abort)
                    .ifPresent(why -> LOG.warn("a transaction could not be given up: {}", why));
        } else {
            applied = keys(filters);
        }
        return refused;
    }

    private Optional<ErrorCause> replace(Calls calls, List<Filter> filters) {
        return switch (calls.keys()) {
            case Found.Refused(var code) -> refused("FwpmFilterEnum0", code);
            case Found.Keys(var there, var disabled) -> {
                var wanted = keys(filters);
                yield first(there.stream()
                                .filter(key -> !wanted.contains(key) || disabled.contains(key))
                                .map(key -> call(
                                        "FwpmFilterDeleteByKey0", () -> calls.delete(key), FilterEngine.NO_FILTER)))
                        .or(() -> wanted.isEmpty() ? removeFrame(calls) : addFrame(calls))
                        .or(() -> first(filters.stream()
                                .filter(filter -> !there.contains(filter.key()) || disabled.contains(filter.key()))
                                .map(filter -> call("FwpmFilterAdd0", () -> calls.add(filter)))));
            }
        };
    }

    private static Optional<ErrorCause> first(Stream<Optional<ErrorCause>> calls) {
        return calls.flatMap(Optional::stream).findFirst();
    }

    private static Optional<ErrorCause> addFrame(Calls calls) {
        return call("FwpmProviderAdd0", calls::addProvider, FilterEngine.EXISTS)
                .or(() -> call("FwpmSubLayerAdd0", calls::addSublayer, FilterEngine.EXISTS));
    }

    private static Optional<ErrorCause> removeFrame(Calls calls) {
        return call("FwpmSubLayerDeleteByKey0", calls::deleteSublayer, FilterEngine.NO_SUBLAYER)
                .or(() -> call("FwpmProviderDeleteByKey0", calls::deleteProvider, FilterEngine.NO_PROVIDER));
    }

    /// Windows does not count what a filter refuses.
    @Override
    public List<Refused> refused() {
        return List.of();
    }

    @Override
    public boolean stands() {
        return switch (engine.open()) {
            case Opened.Refused _ -> false;
            case Opened.Session(var calls) -> {
                try (calls) {
                    yield calls.keys() instanceof Found.Keys(var keys, var disabled)
                            && keys.equals(applied)
                            && disabled.isEmpty();
                }
            }
        };
    }

    private static Set<UUID> keys(List<Filter> filters) {
        return filters.stream().map(Filter::key).collect(toUnmodifiableSet());
    }

    private static Optional<ErrorCause> call(String name, IntSupplier call, int... alsoFine) {
        return WindowsCalls.refusal(Part.FIREWALL, name, call.getAsInt(), alsoFine);
    }

    private static Optional<ErrorCause> refused(String name, int code) {
        return WindowsCalls.refusal(Part.FIREWALL, name, code);
    }
}
