// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.windows.Adapters;
import org.ginnel.daemon.windows.firewall.FilterWatch;
import org.ginnel.daemon.windows.network.IpHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches Windows: routes, addresses and interfaces by IP Helper, filters by the filtering engine, name rules by the
/// registry, sleep and the clock by what the service control manager tells a service, or by [ClockLook]. Never run on
/// Windows so far.
public final class WindowsWatch implements SystemWatch {
    /// Below it are name rules ([org.ginnel.daemon.windows.dns]); it is there on every Windows.
    private static final String RESOLVER = "SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters";

    private static final Logger LOG = LoggerFactory.getLogger(WindowsWatch.class);

    private final IpHelper helper;
    private final Adapters adapters;
    private final PowerEvents power;
    private final Telling filters;
    private final Telling rules;

    public WindowsWatch(IpHelper helper, Adapters adapters, PowerEvents power) {
        this(helper, adapters, power, FilterWatch::start, changed -> RegistryWatch.start(RESOLVER, changed)::close);
    }

    /// @param filters tells of filters of ours
    /// @param rules tells of name rules
    WindowsWatch(IpHelper helper, Adapters adapters, PowerEvents power, Telling filters, Telling rules) {
        this.helper = helper;
        this.adapters = adapters;
        this.power = power;
        this.filters = filters;
        this.rules = rules;
    }

    /// Who tells of one part of what protects.
    interface Telling {
        /// Begins to tell.
        ///
        /// @throws IOException when nobody does
        Running start(Runnable changed) throws IOException;
    }

    @Override
    public Running start(Consumer<Change> listener) {
        var network = helper.watchNetwork(change ->
                change.meaning(new HashSet<>(adapters.existing().values())).forEach(listener));
        power.listen(() -> listener.accept(Change.CLOCK));
        var protection = Stream.of(begin("filters", filters, listener), begin("name rules", rules, listener))
                .flatMap(Optional::stream)
                .toList();
        return () -> {
            power.listen(() -> {});
            network.close();
            protection.forEach(Running::close);
        };
    }

    private static Optional<Running> begin(String what, Telling telling, Consumer<Change> listener) {
        try {
            return Optional.of(telling.start(() -> listener.accept(Change.PROTECTION)));
        } catch (IOException e) {
            LOG.error("changes of {} by others will not be noticed: {}", what, e.getMessage());
            return Optional.empty();
        }
    }
}
