// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.DesiredChange;
import org.ginnel.peering.DesiredState;
import org.ginnel.peering.PeerSet;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.lease.PeerChange;
import org.ginnel.provisioning.store.GatewayStates;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.ServerStore;

/// Where agents wait for changes, and where changes wait for agents. Safe for any number of threads.
public final class AgentDesk implements AutoCloseable {
    private volatile Fleet fleet;
    private final LeaseStore leases;
    private final ServerStore servers;
    private final GatewayStates states;
    private final LongSupplier nanoTime;
    private final PeerBook book = new PeerBook();
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Map<String, Set<Scope>> scopes = new ConcurrentHashMap<>();
    private final Map<String, Long> rescoped = new ConcurrentHashMap<>();
    private final Loads loads;

    /// @param states how nodes tell each other of the agents they talk to
    public AgentDesk(Fleet fleet, LeaseStore leases, ServerStore servers, GatewayStates states, LongSupplier nanoTime) {
        this.fleet = fleet;
        this.leases = leases;
        this.servers = servers;
        this.states = states;
        this.nanoTime = nanoTime;
        this.loads = new Loads(nanoTime);
        for (var gateway : fleet.gateways()) {
            lines.put(gateway.id(), new Line(nanoTime));
            scopes.put(gateway.id(), fleet.scopes(gateway));
        }
    }

    /// Goes by another fleet from now on, and wakes every agent. Whose gateway now has peers of other scopes is
    /// told everything again.
    ///
    /// @param revision from which on it counts
    public void adopt(Fleet next, long revision) {
        book.advance(revision);
        for (var gateway : next.gateways()) {
            lines.computeIfAbsent(gateway.id(), _ -> new Line(nanoTime));
            var concerned = next.scopes(gateway);
            if (!concerned.equals(scopes.put(gateway.id(), concerned))) {
                rescoped.put(gateway.id(), revision);
            }
        }
        scopes.keySet().retainAll(next.gateways().stream().map(Gateway::id).toList());
        fleet = next;
        scopes.keySet().forEach(server -> line(server).announce(revision));
    }

    /// Takes what the store did, and wakes the agents whom it concerns.
    public void changed(List<PeerChange> changes) {
        book.accept(changes);
        var last = new HashMap<Scope, Long>();
        changes.forEach(change -> last.put(change.scope(), change.revision()));
        scopes.forEach((server, concerned) ->
                concerned.forEach(scope -> Optional.ofNullable(last.get(scope)).ifPresent(line(server)::announce)));
    }

    /// Takes what other nodes know of agents.
    public void heardElsewhere(List<GatewayStates.GatewayState> known, Instant now) {
        for (var state : known) {
            Optional.ofNullable(lines.get(state.serverId()))
                    .ifPresent(line -> line.elsewhere(state.appliedRevision(), Duration.between(state.heardAt(), now)));
            state.load().ifPresent(load -> loads.said(state.serverId(), load));
        }
    }

    /// Waits until the agent reported that revision or a later one.
    ///
    /// @return false when it did not in time
    public boolean awaitApplied(String serverId, long revision, Duration atMost) {
        return line(serverId).awaitApplied(revision, atMost);
    }

    /// Waits until the change has come to every gateway of the scope that is there, and says how far it came.
    ///
    /// @param since when it was asked for, on the clock of `nanoTime`
    public Spread awaitSpread(Scope scope, long revision, long since, Duration atMost) {
        var deadline = nanoTime.getAsLong() + atMost.toNanos();
        return new Spread(fleet.gateways().stream()
                .filter(gateway -> scopesOf(gateway).contains(scope))
                .map(gateway -> reach(gateway, revision, since, deadline))
                .toList());
    }

    private Spread.Reach reach(Gateway gateway, long revision, long since, long deadline) {
        if (gateway.agentToken().isEmpty()) {
            return new Spread.Reach.Unmanaged(gateway.id());
        }
        var line = line(gateway.id());
        if (line.isLive()) {
            line.awaitApplied(revision, Duration.ofNanos(Math.max(0, deadline - nanoTime.getAsLong())));
        }
        var at = line.appliedAt(revision);
        return at.isPresent()
                ? new Spread.Reach.Applied(gateway.id(), Duration.ofNanos(Math.max(0, at.getAsLong() - since)))
                : new Spread.Reach.Pending(
                        gateway.id(),
                        line.silence().map(silence -> fleet.peerLease().minus(silence)));
    }

    /// What the gateway is to have. Answers at once when that is not what the agent has, else as soon as it changes.
    ///
    /// @param after the revision that the agent has applied; empty when it knows of none
    /// @param changesOnly whether the agent can do with what changed since
    public Desired poll(Gateway gateway, Optional<Long> after, boolean changesOnly, Duration atMost) {
        var line = line(gateway.id());
        line.heard();
        states.heard(gateway.id());
        after.ifPresent(known -> line.awaitNews(known, atMost));
        var concerned = scopesOf(gateway);
        var since = after.filter(known -> changesOnly && known >= rescoped.getOrDefault(gateway.id(), 0L));
        var change = since.flatMap(known -> book.pageSince(concerned, known));
        var page = change.orElseGet(() -> book.page(concerned));
        line.served(page.revision(), page.hash().text());
        line.heard();
        return change.isPresent() ? change(gateway, since.orElseThrow(), page) : state(gateway, page);
    }

    private Desired state(Gateway gateway, PeerBook.Page page) {
        return new DesiredState(
                page.revision(),
                fleet.peerLease(),
                gateway.server().port(),
                fleet.interfaceAddresses(gateway),
                new PeerSet(page.put()));
    }

    private Desired change(Gateway gateway, long since, PeerBook.Page page) {
        return new DesiredChange(
                since,
                page.revision(),
                fleet.peerLease(),
                gateway.server().port(),
                fleet.interfaceAddresses(gateway),
                new PeerSet(page.put()),
                page.removed());
    }

    /// Takes a report. Whoever waits for that revision is woken if the device has exactly what it was to have.
    public Verdict applied(Gateway gateway, AppliedReport report) {
        var line = line(gateway.id());
        line.heard();
        var verdict = line.judge(report.revision(), report.hash());
        if (verdict == Verdict.ACCEPTED) {
            report.publicKey().ifPresent(key -> servers.report(gateway.id(), key));
            leases.confirm(gateway.id(), report.revision());
            line.applied(report.revision());
            states.applied(gateway.id(), report.revision());
        }
        return verdict;
    }

    /// Takes how busy a gateway is.
    public void busy(Gateway gateway, double load) {
        loads.said(gateway.id(), load);
        states.busy(gateway.id(), load);
    }

    /// How busy a gateway is, 0 to 1; empty when its agent did not say so lately.
    public Optional<Double> load(String serverId) {
        return loads.of(serverId);
    }

    /// Which peers a gateway has.
    public Set<Scope> scopes(Gateway gateway) {
        return scopesOf(gateway);
    }

    /// How every gateway that has an agent stands.
    public List<Standing> standings() {
        return fleet.gateways().stream()
                .filter(gateway -> gateway.agentToken().isPresent())
                .map(gateway -> new Standing(
                        gateway.id(),
                        book.size(scopesOf(gateway)),
                        line(gateway.id()).behind(),
                        line(gateway.id()).silence(),
                        loads.of(gateway.id())))
                .toList();
    }

    private Set<Scope> scopesOf(Gateway gateway) {
        return scopes.getOrDefault(gateway.id(), Set.of());
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
