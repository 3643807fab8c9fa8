// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import java.util.HashSet;
import java.util.function.Consumer;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.windows.Adapters;
import org.ginnel.daemon.windows.network.IpHelper;

/// Watches Windows: routes, addresses and interfaces by IP Helper, sleep and the clock by what the service control
/// manager tells a service. Nobody tells of filters and of name rules that others change. Never run on Windows so
/// far.
public final class WindowsWatch implements SystemWatch {
    private final IpHelper helper;
    private final Adapters adapters;
    private final PowerEvents power;

    public WindowsWatch(IpHelper helper, Adapters adapters, PowerEvents power) {
        this.helper = helper;
        this.adapters = adapters;
        this.power = power;
    }

    @Override
    public Running start(Consumer<Change> listener) {
        var network = helper.watchNetwork(change ->
                change.meaning(new HashSet<>(adapters.existing().values())).forEach(listener));
        power.listen(() -> listener.accept(Change.CLOCK));
        return () -> {
            power.listen(() -> {});
            network.close();
        };
    }
}
