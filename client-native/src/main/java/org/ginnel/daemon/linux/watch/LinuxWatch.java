// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ginnel.daemon.linux.netlink.Network;
import org.ginnel.daemon.linux.netlink.Topic;
import org.ginnel.daemon.port.SystemWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches a Linux machine: rtnetlink and nftables by netlink, `/etc/resolv.conf` by inotify, the clock by a
/// timer that is cancelled when it is set. Every watcher sleeps in the kernel until there is something to tell.
public final class LinuxWatch implements SystemWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LinuxWatch.class);

    private final Network network;
    private final Path resolvConf;
    private final Set<String> devices;

    /// @param resolvConf `/etc/resolv.conf`
    /// @param devices names of the tunnels' interfaces
    public LinuxWatch(Network network, Path resolvConf, Set<String> devices) {
        this.network = network;
        this.resolvConf = resolvConf;
        this.devices = Set.copyOf(devices);
    }

    /// One thing that watches.
    private interface Starter {
        AutoCloseable start() throws IOException;
    }

    @Override
    public Running start(Consumer<Change> listener) {
        var sorter = new Sorter(devices);
        List<AutoCloseable> watchers = new ArrayList<>();
        add(
                watchers,
                "routes and addresses",
                () -> network.watch(
                        EnumSet.allOf(Topic.class),
                        change -> sorter.sort(change).forEach(listener)));
        add(watchers, "the firewall", () -> network.watchFirewall(_ -> listener.accept(Change.PROTECTION)));
        add(
                watchers,
                resolvConf.toString(),
                () -> FileWatch.start(resolvConf, () -> listener.accept(Change.PROTECTION)));
        add(watchers, "the clock", () -> ClockWatch.start(() -> listener.accept(Change.CLOCK)));
        return () -> watchers.forEach(LinuxWatch::close);
    }

    private static void add(List<AutoCloseable> watchers, String what, Starter starter) {
        try {
            watchers.add(starter.start());
        } catch (IOException e) {
            LOG.error("changes of {} by others will not be noticed: {}", what, e.getMessage());
        }
    }

    private static void close(AutoCloseable watcher) {
        try {
            watcher.close();
        } catch (Exception e) {
            LOG.debug("a watcher did not end well: {}", e.toString());
        }
    }
}
