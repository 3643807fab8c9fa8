// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.port.Ticks;
import org.ginnel.daemon.process.Children;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.RealTicks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches a Mac. `route -n monitor` tells of each message of the routing socket: routes, addresses and interfaces
/// that come and go. `notifyutil -w` prints the name of each notice of `notify(3)`: the clock was set
/// (`notify_keys.h`),
/// resolvers are others (`dnsinfo_copy.c` of configd). The kernel tells of waking. Rules of `pf` tell nobody, so they
/// are looked at every few seconds. Never run on a Mac so far.
public final class MacWatch implements SystemWatch {
    static final String CLOCK_SET = "com.apple.system.clock_set";
    static final String RESOLVERS = "com.apple.system.SystemConfiguration.dns_configuration";

    private static final Logger LOG = LoggerFactory.getLogger(MacWatch.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Children children;
    private final Commands commands;
    private final Ticks ticks;
    private final Waking waking;

    public MacWatch(Children children, Commands commands) {
        this(children, commands, new RealTicks("ginnel-pf"), WakeWatch::start);
    }

    /// @param waking calls when the Mac has woken, until it is closed
    MacWatch(Children children, Commands commands, Ticks ticks, Waking waking) {
        this.children = children;
        this.commands = commands;
        this.ticks = ticks;
        this.waking = waking;
    }

    /// Who tells of waking.
    interface Waking {
        /// Empty where nobody tells.
        Optional<Running> start(Runnable awake);
    }

    @Override
    public Running start(Consumer<Change> listener) {
        List<Running> watchers = new ArrayList<>();
        add(
                watchers,
                "the network",
                children.startTelling(List.of("route", "-n", "monitor"), line -> hear(line, listener))
                        .map(MacWatch::running));
        add(
                watchers,
                "resolvers and the clock",
                children.startTelling(
                                List.of("notifyutil", "-w", CLOCK_SET, "-w", RESOLVERS), line -> notice(line, listener))
                        .map(MacWatch::running));
        watchers.add(PfWatch.start(commands, ticks, () -> listener.accept(Change.PROTECTION)));
        add(watchers, "sleep", waking.start(() -> listener.accept(Change.CLOCK)));
        return () -> watchers.forEach(Running::close);
    }

    private static void add(List<Running> watchers, String what, Optional<Running> watcher) {
        if (watcher.isEmpty()) {
            LOG.error("changes of {} by others will not be noticed", what);
        }
        watcher.ifPresent(watchers::add);
    }

    private static Running running(Children.Child child) {
        return () -> child.stop(GRACE);
    }

    /// A message begins with its kind: `RTM_ADD: Add Route: len 132, pid: 0, ... flags:<UP,HOST,DONE,LLINFO>`. Losses
    /// of neighbours (`RTM_LOSING`, `RTM_MISS`) and questions of programs (`RTM_GET`) change nothing, nor do
    /// neighbours and copies of routes, which come and go with every address that somebody speaks to.
    static void hear(String line, Consumer<Change> listener) {
        var isChange = line.startsWith("RTM_ADD")
                || line.startsWith("RTM_DELETE")
                || line.startsWith("RTM_CHANGE")
                || line.startsWith("RTM_NEWADDR")
                || line.startsWith("RTM_DELADDR")
                || line.startsWith("RTM_IFINFO");
        var isPassing = line.contains("LLINFO") || line.contains("WASCLONED");
        if (isChange && !isPassing) {
            listener.accept(Change.PROTECTION);
            listener.accept(Change.NETWORK);
        }
    }

    /// A line is the name of what happened, perhaps with more behind it.
    static void notice(String line, Consumer<Change> listener) {
        if (line.startsWith(CLOCK_SET)) {
            listener.accept(Change.CLOCK);
        } else if (line.startsWith(RESOLVERS)) {
            listener.accept(Change.PROTECTION);
        }
    }
}
