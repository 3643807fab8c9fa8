// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.gateway.device.DeviceState;
import org.ginnel.gateway.device.InterfaceAddresses;
import org.ginnel.gateway.device.PeerDevice;
import org.ginnel.gateway.device.ScriptFile;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.gateway.diff.PeerDiff;
import org.ginnel.gateway.link.LinkException;
import org.ginnel.gateway.link.Provisioning;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.DesiredChange;
import org.ginnel.peering.DesiredState;
import org.ginnel.peering.PeerSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the peers of a device equal to what provisioning says, and says what it read back. Peers that are equal
/// already are not touched; what somebody else changed is mended at the next poll, and reported. A gateway that cannot
/// ask for longer than its lease drops its peers: whoever was revoked meanwhile is gone then.
final class Agent {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Duration FIRST_LEASE = Duration.ofDays(1);

    private final Provisioning provisioning;
    private final PeerDevice device;
    private final Backoff backoff;
    private final Pause pause;
    private final LongSupplier nanoTime;
    private final Optional<InterfaceAddresses> addresses;
    private final Optional<ScriptFile> script;
    private final Meter meter;
    private Optional<Standing> standing = Optional.empty();
    private Duration lease = FIRST_LEASE;
    private long toldAt;
    private boolean dropped;

    Agent(Provisioning provisioning, PeerDevice device, Backoff backoff, Pause pause, LongSupplier nanoTime) {
        this(provisioning, device, backoff, pause, nanoTime, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param addresses gives the device the gateway's own addresses; absent where the operator does
    /// @param script names peers that are somebody else's and are left alone
    /// @param lineBytes how many bytes a second the gateway's line carries, where the operator says so
    Agent(
            Provisioning provisioning,
            PeerDevice device,
            Backoff backoff,
            Pause pause,
            LongSupplier nanoTime,
            Optional<InterfaceAddresses> addresses,
            Optional<ScriptFile> script,
            Optional<Long> lineBytes) {
        this.provisioning = provisioning;
        this.device = device;
        this.backoff = backoff;
        this.pause = pause;
        this.nanoTime = nanoTime;
        this.addresses = addresses;
        this.script = script;
        this.meter = new Meter(
                provisioning,
                device,
                nanoTime,
                Meter::systemLoad,
                lineBytes,
                task -> Thread.ofVirtual().name("use").start(task));
    }

    /// Goes round until the pause says that the agent is to end, and tells then what is still to be told.
    void run() {
        goRound();
        meter.finish();
    }

    private void goRound() {
        toldAt = nanoTime.getAsLong();
        var failures = 0;
        do {
            try {
                round();
                failures = 0;
            } catch (LinkException | DeviceException e) {
                if (pause.isOver()) {
                    return;
                }
                standing = Optional.empty();
                addresses.ifPresent(InterfaceAddresses::forget);
                failures++;
                keepLease();
                var wait = backoff.after(failures, e instanceof LinkException link && link.isRefusal());
                tell(failures, e, wait);
                if (!pause.forAWhile(wait)) {
                    return;
                }
            }
        } while (pause.forAWhile(Duration.ZERO));
    }

    /// An outage is told of when it begins and then ever more seldom, not every second.
    private static void tell(int failures, Exception e, Duration wait) {
        if (Integer.bitCount(failures) == 1) {
            LOG.atWarn()
                    .addKeyValue("why", e.getMessage())
                    .addKeyValue("failures", failures)
                    .addKeyValue("retry_ms", wait.toMillis())
                    .log("round failed");
        }
    }

    private void round() throws LinkException, DeviceException {
        var desired = provisioning.poll(standing.map(Standing::revision));
        toldAt = nanoTime.getAsLong();
        lease = desired.lease();
        dropped = false;
        var known = standing.isPresent();
        var want = want(desired);
        if (desired instanceof DesiredChange change && known) {
            apply(quickly(standing.orElseThrow().peers(), change), desired);
        }
        if (addresses.isPresent()) {
            addresses.get().ensure(desired.addresses());
        }
        var have = device.read();
        var ours = ours(have, want);
        var drift = PeerDiff.between(ours, want);
        if (!drift.isEmpty()) {
            apply(drift, desired);
            have = device.read();
            ours = ours(have, want);
        }
        compare(have, desired);
        var mended = isInStep(desired)
                ? (int) drift.stream().map(PeerChange::publicKey).distinct().count()
                : 0;
        provisioning.report(
                new AppliedReport(desired.revision(), ours.peers().size(), ours.hash(), mended, have.publicKey()));
        if (!known) {
            LOG.atInfo().addKeyValue("revision", desired.revision()).log("in step");
        }
        standing = Optional.of(new Standing(desired.revision(), want));
        meter.turn();
    }

    /// Whether the device was to have this already, so that what differs is somebody else's doing.
    private boolean isInStep(Desired desired) {
        return standing.filter(before -> desired instanceof DesiredChange || before.revision() == desired.revision())
                .isPresent();
    }

    /// What of the device is ours to keep.
    private PeerSet ours(DeviceState have, PeerSet want) throws DeviceException {
        return script.isPresent() ? script.get().without(have.peers(), want) : have.peers();
    }

    private PeerSet want(Desired desired) throws LinkException {
        return switch (desired) {
            case DesiredState state -> state.peers();
            case DesiredChange change ->
                change.after(standing.filter(s -> s.revision() == change.since())
                        .map(Standing::peers)
                        .orElseThrow(() -> new LinkException(
                                "the provisioning service told a change of something" + " that was not asked for")));
        };
    }

    /// What a change means for the device if nobody else touched it: it is made at once, and looked at afterwards.
    private static List<PeerChange> quickly(PeerSet before, DesiredChange change) {
        var after = change.after(before);
        return PeerDiff.between(before, after);
    }

    private void apply(List<PeerChange> changes, Desired desired) throws DeviceException {
        if (changes.isEmpty()) {
            return;
        }
        device.apply(changes);
        LOG.atInfo()
                .addKeyValue("revision", desired.revision())
                .addKeyValue("changes", changes.size())
                .log("applied");
    }

    /// Drops every peer when nobody could say for a whole lease whether it is still wanted.
    private void keepLease() {
        if (dropped || nanoTime.getAsLong() - toldAt < lease.toNanos()) {
            return;
        }
        try {
            var none = new PeerSet(List.of());
            device.apply(PeerDiff.between(ours(device.read(), none), none));
            dropped = true;
            LOG.atError()
                    .addKeyValue("lease_s", lease.toSeconds())
                    .log("the lease is over: every peer was dropped, until the service can be asked again");
        } catch (DeviceException e) {
            LOG.atError().addKeyValue("why", e.getMessage()).log("the lease is over, but the device cannot be changed");
        }
    }

    private static void compare(DeviceState have, Desired want) {
        if (have.listenPort() != want.port()) {
            LOG.atWarn()
                    .addKeyValue("device_port", have.listenPort())
                    .addKeyValue("published_port", want.port())
                    .log("clients are told another port than the device listens on");
        }
    }

    /// What the device is to have as of a revision, which it was seen to have.
    private record Standing(long revision, PeerSet peers) {}
}
