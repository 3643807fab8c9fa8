// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.windows.Adapters;
import org.ginnel.daemon.windows.network.IpHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches Windows: routes, addresses and interfaces by IP Helper, name rules by the registry, sleep and the clock by
/// what the service control manager tells a service. Nobody tells of filters that others change: they are looked at
/// whenever anything else has changed. Never run on Windows so far.
public final class WindowsWatch implements SystemWatch {
    /// Below it are name rules ([org.ginnel.daemon.windows.dns]); it is there on every Windows.
    private static final String RESOLVER = "SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters";

    private static final Logger LOG = LoggerFactory.getLogger(WindowsWatch.class);

    private final IpHelper helper;
    private final Adapters adapters;
    private final PowerEvents power;
    private final NameRules rules;

    public WindowsWatch(IpHelper helper, Adapters adapters, PowerEvents power) {
        this(helper, adapters, power, changed -> RegistryWatch.start(RESOLVER, changed)::close);
    }

    /// @param rules tells of name rules
    WindowsWatch(IpHelper helper, Adapters adapters, PowerEvents power, NameRules rules) {
        this.rules = rules;
        this.helper = helper;
        this.adapters = adapters;
        this.power = power;
    }

    /// Who tells of name rules.
    interface NameRules {
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
        var names = names(listener);
        return () -> {
            power.listen(() -> {});
            network.close();
            names.ifPresent(Running::close);
        };
    }

    private Optional<Running> names(Consumer<Change> listener) {
        try {
            return Optional.of(rules.start(() -> listener.accept(Change.PROTECTION)));
        } catch (IOException e) {
            LOG.error("changes of name rules by others will not be noticed: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
