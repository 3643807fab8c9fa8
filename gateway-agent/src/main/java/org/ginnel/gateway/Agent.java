// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.gateway.device.PeerDevice;
import org.ginnel.gateway.diff.PeerDiff;
import org.ginnel.gateway.link.LinkException;
import org.ginnel.gateway.link.Provisioning;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.DesiredState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the peers of a device equal to what provisioning says, and says what it read back. Peers that are equal
/// already are not touched; what was changed by hand is put right at the next poll.
final class Agent {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    private final Provisioning provisioning;
    private final PeerDevice device;
    private final Backoff backoff;
    private final Pause pause;

    Agent(Provisioning provisioning, PeerDevice device, Backoff backoff, Pause pause) {
        this.provisioning = provisioning;
        this.device = device;
        this.backoff = backoff;
        this.pause = pause;
    }

    /// Goes round until the pause says that the agent is to end.
    void run() {
        var applied = Optional.<Long>empty();
        var failures = 0;
        while (true) {
            try {
                var revision = round(applied);
                if (applied.isEmpty()) {
                    LOG.atInfo().addKeyValue("revision", revision).log("in step");
                }
                applied = Optional.of(revision);
                failures = 0;
            } catch (LinkException | DeviceException e) {
                applied = Optional.empty();
                failures++;
                var wait = backoff.after(failures, e instanceof LinkException link && link.isRefusal());
                tell(failures, e, wait);
                if (!pause.forAWhile(wait)) {
                    return;
                }
            }
            if (!pause.forAWhile(Duration.ZERO)) {
                return;
            }
        }
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

    /// @return the revision that the device has now
    private long round(Optional<Long> applied) throws LinkException, DeviceException {
        var want = provisioning.poll(applied);
        var have = device.read();
        var changes = PeerDiff.between(have.peers(), want.peers());
        if (!changes.isEmpty()) {
            device.apply(changes);
            have = device.read();
            LOG.atInfo()
                    .addKeyValue("revision", want.revision())
                    .addKeyValue("changes", changes.size())
                    .addKeyValue("peers", have.peers().peers().size())
                    .log("applied");
        }
        compare(have.listenPort(), want);
        provisioning.report(new AppliedReport(
                want.revision(), have.peers().peers().size(), have.peers().hash(), have.publicKey()));
        return want.revision();
    }

    private static void compare(int listenPort, DesiredState want) {
        if (listenPort != want.port()) {
            LOG.atWarn()
                    .addKeyValue("device_port", listenPort)
                    .addKeyValue("published_port", want.port())
                    .log("clients are told another port than the device listens on");
        }
    }
}
