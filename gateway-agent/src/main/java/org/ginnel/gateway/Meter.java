// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
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
/// changed. What cannot be told is told the next time; keeping peers never waits for it.
final class Meter {
    private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Provisioning provisioning;
    private final PeerDevice device;
    private final LongSupplier nanoTime;
    private final DoubleSupplier busy;
    private final Optional<Long> lineBytes;
    private final Executor sender;
    private final Map<PublicKey, PeerUse> told = new ConcurrentHashMap<>();
    private final Semaphore idle = new Semaphore(1);
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
        var early = last.filter(reading -> now - reading.at() < EVERY.toNanos()).isPresent();
        if (early || !idle.tryAcquire()) {
            return;
        }
        try {
            var uses = device.use();
            var sum =
                    uses.stream().mapToLong(use -> use.received() + use.sent()).sum();
            var load = load(now, sum);
            last = Optional.of(new Reading(now, sum));
            told.keySet().retainAll(uses.stream().map(PeerUse::publicKey).toList());
            var changed = uses.stream().filter(this::isNews).toList();
            sender.execute(() -> tell(load, changed));
        } catch (DeviceException e) {
            last = Optional.of(new Reading(now, last.map(Reading::sum).orElse(0L)));
            idle.release();
            failed(e);
        }
    }

    private boolean isNews(PeerUse use) {
        return !use.equals(told.getOrDefault(use.publicKey(), nothing(use.publicKey())));
    }

    private static PeerUse nothing(PublicKey key) {
        return new PeerUse(key, 0, 0, Optional.empty());
    }

    private void tell(double load, List<PeerUse> changed) {
        try {
            for (var page : pages(changed)) {
                provisioning.tell(new UseReport(load, page));
                page.forEach(use -> told.put(use.publicKey(), use));
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
}
