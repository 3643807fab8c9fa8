// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.process.Children;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches a Mac by `route -n monitor`, which tells of each message of the routing socket: routes,
/// addresses and interfaces that come and go. Rules of `pf`, resolvers, sleep and the clock tell nobody
/// here yet. Never run on a Mac so far.
public final class MacWatch implements SystemWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MacWatch.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Children children;

    public MacWatch(Children children) {
        this.children = children;
    }

    @Override
    public Running start(Consumer<Change> listener) {
        var child = children.startTelling(List.of("route", "-n", "monitor"), line -> hear(line, listener));
        if (child.isEmpty()) {
            LOG.error("changes of the network by others will not be noticed: there is no program route");
        }
        return () -> child.ifPresent(monitor -> monitor.stop(GRACE));
    }

    /// A message begins with its kind: `RTM_ADD: Add Route: len 132, pid: 0, ...`. Losses of neighbours
    /// (`RTM_LOSING`, `RTM_MISS`) and questions of programs (`RTM_GET`) change nothing.
    static void hear(String line, Consumer<Change> listener) {
        var isChange = line.startsWith("RTM_ADD")
                || line.startsWith("RTM_DELETE")
                || line.startsWith("RTM_CHANGE")
                || line.startsWith("RTM_NEWADDR")
                || line.startsWith("RTM_DELADDR")
                || line.startsWith("RTM_IFINFO");
        if (isChange) {
            listener.accept(Change.PROTECTION);
            listener.accept(Change.NETWORK);
        }
    }
}
