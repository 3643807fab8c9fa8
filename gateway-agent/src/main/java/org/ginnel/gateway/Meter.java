// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.gateway.device.PeerDevice;
import org.ginnel.gateway.link.LinkException;
import org.ginnel.gateway.link.Provisioning;
import org.ginnel.peering.PeerUse;
import org.ginnel.peering.UseReport;
import org.ginnel.wireguard.PublicKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the service once a minute how busy the gateway is and what its peers' counters say, as far as they
/// changed. What cannot be told is told the next time; keeping peers never waits for it. Counters are looked at more
/// often than they are told of, so that those of a device that was made anew are not lost with it.
final class Meter {
    private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Provisioning provisioning;
    private final PeerDevice device;
    private final LongSupplier nanoTime;
    private final DoubleSupplier busy;
    private final Optional<Long> lineBytes;
    private final Executor sender;
    private final Map<PublicKey, PeerUse> told = new ConcurrentHashMap<>();
    private final Semaphore idle = new Semaphore(1);
    private final Queue<PeerUse> left = new ConcurrentLinkedQueue<>();
    private final Map<PublicKey, PeerUse> seen = new HashMap<>();
    private Optional<Long> lookedAt = Optional.empty();
    private Optional<Reading> last = Optional.empty();
    private volatile boolean failed;

    /// @param busy how busy the machine is, 0 to 1, or less than 0 where nobody knows
    /// @param sender does what waits for the service
    /// @param lineBytes how many bytes a second the gateway's line carries, where the operator says so
    Meter(
            Provisioning provisioning,
            PeerDevice device,
            LongSupplier nanoTime,
            DoubleSupplier busy,
            Optional<Long> lineBytes,
            Executor sender) {
        this.provisioning = provisioning;
        this.device = device;
        this.nanoTime = nanoTime;
        this.busy = busy;
        this.lineBytes = lineBytes;
        this.sender = sender;
    }

    /// How many processes wanted to run, on average of the last minute, for each processor.
    static double systemLoad() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() / system.getAvailableProcessors();
    }

    /// Tells if it is time and what was told before has arrived. Reads the device on the caller's thread, the
    /// agent's; what is told never holds it up.
    void turn() {
        var now = nanoTime.getAsLong();
        var due = isOver(EVERY, last.map(Reading::at), now);
        if (!due && !isOver(LOOK, lookedAt, now)) {
            return;
        }
        lookedAt = Optional.of(now);
        try {
            look(device.use());
            if (due && idle.tryAcquire()) {
                var report = report(now);
                sender.execute(() -> tell(report));
            }
        } catch (DeviceException e) {
            last = due ? Optional.of(new Reading(now, last.map(Reading::sum).orElse(0L))) : last;
            failed(e);
        }
    }

    /// Tells what there is to tell before the agent ends, as the device may end next. Blocks while it is told.
    void finish() {
        if (last.isEmpty() || !idle.tryAcquire()) {
            return;
        }
        try {
            look(device.use());
        } catch (DeviceException e) {
            failed(e); // what was seen before is told
        }
        tell(report(nanoTime.getAsLong()));
    }

    private static boolean isOver(Duration time, Optional<Long> since, long now) {
        return since.filter(at -> now - at < time.toNanos()).isEmpty();
    }

    /// A counter that is lower than before is another device's: what the one before had counted is still to be told.
    private void look(List<PeerUse> uses) {
        for (var use : uses) {
            Optional.ofNullable(seen.put(use.publicKey(), use))
                    .filter(before -> use.received() < before.received() || use.sent() < before.sent())
                    .filter(this::isNews)
                    .ifPresent(left::add);
        }
        var keys = uses.stream().map(PeerUse::publicKey).collect(Collectors.toSet());
        seen.keySet().retainAll(keys);
        told.keySet().retainAll(keys);
    }

    /// What there is to tell: first what is left of devices that are no more, as a counter may only grow or begin anew.
    private Report report(long now) {
        var sum = seen.values().stream()
                .mapToLong(use -> use.received() + use.sent())
                .sum();
        var load = load(now, sum);
        last = Optional.of(new Reading(now, sum));
        var changed = seen.values().stream().filter(this::isNews);
        return new Report(load, Stream.concat(left.stream(), changed).toList());
    }

    private boolean isNews(PeerUse use) {
        return !use.equals(told.getOrDefault(use.publicKey(), nothing(use.publicKey())));
    }

    private static PeerUse nothing(PublicKey key) {
        return new PeerUse(key, 0, 0, Optional.empty());
    }

    private void tell(Report report) {
        try {
            for (var page : pages(report.uses())) {
                provisioning.tell(new UseReport(report.load(), page));
                page.forEach(use -> told.put(use.publicKey(), use));
                left.removeAll(page);
            }
            failed = false;
        } catch (LinkException e) {
            failed(e);
        } finally {
            idle.release();
        }
    }

    /// Told of once, not every minute.
    private void failed(Exception e) {
        if (!failed) {
            LOG.atWarn().addKeyValue("why", e.getMessage()).log("use not told");
        }
        failed = true;
    }

    private double load(long now, long sum) {
        var line = last.flatMap(before -> lineBytes.map(most -> {
            var seconds = Math.max(1e-3, (now - before.at()) / 1e9);
            return Math.max(0, sum - before.sum()) / seconds / most;
        }));
        return Math.clamp(Math.max(busy.getAsDouble(), line.orElse(0.0)), 0, 1);
    }

    /// At least one, even if it is empty: it tells the load.
    private static List<List<PeerUse>> pages(List<PeerUse> uses) {
        var pages = new ArrayList<List<PeerUse>>();
        for (int from = 0; from == 0 || from < uses.size(); from += UseReport.MOST_PEERS) {
            pages.add(uses.subList(from, Math.min(uses.size(), from + UseReport.MOST_PEERS)));
        }
        return pages;
    }

    /// @param at on the clock of `nanoTime`
    /// @param sum of all counters
    private record Reading(long at, long sum) {}

    /// @param uses in the order in which they are told
    private record Report(double load, List<PeerUse> uses) {}
}
