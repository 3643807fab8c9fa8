// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.DesiredState;
import org.ginnel.peering.PeerSet;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.wireguard.Peer;

/// Where agents wait for changes, and where changes wait for agents. Safe for any number of threads.
public final class AgentDesk implements AutoCloseable {
    private final LeaseStore leases;
    private final ServerStore servers;
    private final Map<String, Line> lines = new HashMap<>();

    public AgentDesk(Fleet fleet, LeaseStore leases, ServerStore servers) {
        this.leases = leases;
        this.servers = servers;
        fleet.gateways().forEach(gateway -> lines.put(gateway.id(), new Line(servers.revision(gateway.id()))));
    }

    /// Wakes the agent of a server: its peers changed.
    public void changed(String serverId, long revision) {
        line(serverId).announce(revision);
    }

    /// Waits until the agent reported that revision or a later one.
    ///
    /// @return false when it did not in time
    public boolean awaitApplied(String serverId, long revision, Duration atMost) {
        return line(serverId).awaitApplied(revision, atMost);
    }

    /// What the gateway is to have. Answers at once when that is not what the agent has, else as soon as it changes.
    ///
    /// @param after the revision that the agent has applied; empty when it knows of none
    public DesiredState poll(Gateway gateway, Optional<Long> after, Duration atMost) {
        var line = line(gateway.id());
        after.ifPresent(known -> line.awaitNews(known, atMost));
        var stored = leases.state(gateway);
        var state = new DesiredState(
                stored.revision(),
                gateway.server().port(),
                gateway.network().gateway(),
                new PeerSet(stored.leases().stream().map(l -> peer(gateway, l)).toList()));
        line.served(state.revision(), state.peers().hash());
        return state;
    }

    private static Peer peer(Gateway gateway, Lease lease) {
        return new Peer(
                lease.publicKey(),
                Optional.of(lease.presharedKey()),
                gateway.network().allowedIps(lease.slot()),
                Optional.empty(),
                Optional.empty());
    }

    /// Takes a report. Whoever waits for that revision is woken if the device has exactly what it was to have.
    public Verdict applied(Gateway gateway, AppliedReport report) {
        var line = line(gateway.id());
        var verdict = line.judge(report.revision(), report.hash());
        if (verdict == Verdict.ACCEPTED) {
            report.publicKey().ifPresent(key -> servers.report(gateway.id(), key));
            leases.confirm(gateway.id(), report.revision());
            line.applied(report.revision());
        }
        return verdict;
    }

    private Line line(String serverId) {
        var line = lines.get(serverId);
        if (line == null) {
            throw new IllegalArgumentException("no server " + serverId);
        }
        return line;
    }

    /// Lets every waiting agent go.
    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}
