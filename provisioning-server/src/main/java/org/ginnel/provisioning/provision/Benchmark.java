// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.audit.Verification;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.provisioning.lease.Allocation;
import org.ginnel.provisioning.lease.ClientName;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.provisioning.load.ProcessorTime;
import org.ginnel.provisioning.store.AuditStore;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.GatewayStates;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.Location;
import org.ginnel.provisioning.store.PeerFeed;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;

/// Gives leases as fast as the store takes them, with everything that a lease brings along: the peer for the gateway,
/// the audit entry, and the desk that agents ask. Only HTTP is left out.
public final class Benchmark {
    private final Location location;
    private final int clients;
    private final Clock clock = Clock.systemUTC();
    private final Gateway gateway = new Gateway(
            new Server("bench-1", "B", "192.0.2.1", 51820, "b", "B", "basic", 0, 0, Optional.empty(), Optional.empty()),
            Optional.empty(),
            new TunnelNetwork(IpNetwork.parse("10.0.0.0/8").orElseThrow(), Optional.empty()),
            List.of(),
            Optional.empty());

    /// @param location an empty database
    /// @param clients how many callers wait at the same time
    public Benchmark(Location location, int clients) {
        this.location = location;
        this.clients = clients;
    }

    /// Provisions for a while that is not measured, as a service does that has just been started, and then for a time
    /// that is. No address is given twice in either.
    public Result run(Duration warmUp, Duration time) {
        var before = new ArrayList<Given>();
        var given = new ArrayList<Given>();
        Duration cpu;
        long started;
        long ended;
        try (var database = Database.open(location)) {
            var fleet = new Fleet(List.of(gateway));
            var leases = new LeaseStore(database, clock);
            var servers = new ServerStore(database, clock);
            servers.adopt(fleet);
            try (var desk =
                    new AgentDesk(fleet, leases, servers, new GatewayStates(database, clock), System::nanoTime)) {
                PeerFeed.start(database, clock, desk::changed);
                before.addAll(provision(leases, "early", System.nanoTime() + warmUp.toNanos()));
                var used = ProcessorTime.ofThisProcess();
                started = System.nanoTime();
                given.addAll(provision(leases, "user", started + time.toNanos()));
                ended = System.nanoTime();
                cpu = ProcessorTime.ofThisProcess().minus(used);
            }
        }
        return judge(before, given, Duration.ofNanos(ended - started), cpu);
    }

    private List<Given> provision(LeaseStore leases, String users, long until) {
        var all = new ArrayList<Given>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<java.util.concurrent.Future<List<Given>>>();
            for (int client = 0; client < clients; client++) {
                var user = users + client;
                calls.add(pool.submit(() -> client(leases, user, until)));
            }
            for (var call : calls) {
                all.addAll(call.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a provision failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }

    private List<Given> client(LeaseStore leases, String user, long until) {
        var random = new SecureRandom();
        var bytes = new byte[32];
        var given = new ArrayList<Given>();
        for (int i = 0; System.nanoTime() < until; i++) {
            random.nextBytes(bytes);
            var request = new LeaseRequest(
                    gateway,
                    user,
                    DeviceId.named("device" + i),
                    Optional.empty(),
                    PublicKey.of(bytes),
                    ClientName.generate(random),
                    PresharedKey.generate(random));
            var before = System.nanoTime();
            if (leases.allocate(request) instanceof Allocation.Granted granted) {
                given.add(new Given(granted.lease().slot(), System.nanoTime() - before));
            }
        }
        return given;
    }

    private Result judge(List<Given> before, List<Given> given, Duration took, Duration cpu) {
        var slots = new HashSet<Integer>();
        var duplicates = (int) Stream.concat(before.stream(), given.stream())
                .filter(one -> !slots.add(one.slot()))
                .count();
        var opening = System.nanoTime();
        try (var database = Database.open(location)) {
            var desk = new AgentDesk(
                    new Fleet(List.of(gateway)),
                    new LeaseStore(database, clock),
                    new ServerStore(database, clock),
                    new GatewayStates(database, clock),
                    System::nanoTime);
            PeerFeed.start(database, clock, desk::changed);
            var verifying = System.nanoTime();
            var verification = new AuditStore(database, new Seal(new byte[32]), clock).verify();
            var verified = Duration.ofNanos(System.nanoTime() - verifying);
            var entries = switch (verification) {
                case Verification.Intact intact -> intact.entries();
                case Verification.Broken broken ->
                    throw new IllegalStateException("entry " + broken.seq() + ": " + broken.why());
            };
            var nanos = given.stream().mapToLong(Given::nanos).toArray();
            return new Result(nanos, took, cpu, duplicates, entries, verified, Duration.ofNanos(verifying - opening));
        }
    }

    private record Given(int slot, long nanos) {}

    /// What was measured.
    public static final class Result {
        private final long[] nanos;
        private final Duration took;
        private final Duration cpu;
        private final int duplicates;
        private final long entries;
        private final Duration verified;
        private final Duration opened;

        private Result(
                long[] nanos,
                Duration took,
                Duration cpu,
                int duplicates,
                long entries,
                Duration verified,
                Duration opened) {
            this.nanos = nanos;
            this.took = took;
            this.cpu = cpu;
            this.duplicates = duplicates;
            this.entries = entries;
            this.verified = verified;
            this.opened = opened;
        }

        /// How long each provision took.
        public long[] nanos() {
            return nanos.clone();
        }

        public Duration took() {
            return took;
        }

        /// What this process used of the processors meanwhile, the callers included.
        public Duration cpu() {
            return cpu;
        }

        /// How many addresses were given twice.
        public int duplicates() {
            return duplicates;
        }

        public long entries() {
            return entries;
        }

        /// How long it took to verify the entries.
        public Duration verified() {
            return verified;
        }

        /// How long it took to open the database again and load every peer.
        public Duration opened() {
            return opened;
        }
    }
}
