// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ginnel.provisioning.key.LegacyKeys;

/// Provisions over HTTP from many connections at once, each call for a device of its own, and measures what that
/// costs here: on a machine that the service shares, the load is part of the figure.
public final class LoadGenerator {
    private final InetSocketAddress service;
    private final LegacyKeys keys;
    private final String serverId;
    private final int clients;
    private final long run = new SecureRandom().nextLong();

    /// @param keys of the service's secret
    /// @param serverId one with a large network and no agent
    public LoadGenerator(InetSocketAddress service, LegacyKeys keys, String serverId, int clients) {
        this.service = service;
        this.keys = keys;
        this.serverId = serverId;
        this.clients = clients;
    }

    /// Provisions until the time is over.
    public Result run(Duration time) {
        var before = ProcessorTime.ofThisProcess();
        var began = System.nanoTime();
        var until = began + time.toNanos();
        var times = new ArrayList<Long>();
        var addresses = new ArrayList<String>();
        var refused = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<LoadClient>>();
            for (int i = 0; i < clients; i++) {
                var client = new LoadClient(keys, serverId, run, i);
                calls.add(pool.submit(() -> provision(client, until)));
            }
            for (var call : calls) {
                var client = call.get();
                times.addAll(client.nanos());
                addresses.addAll(client.addresses());
                refused += client.refused();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The service cannot be talked to: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        return new Result(
                times, addresses, refused, took, ProcessorTime.ofThisProcess().minus(before));
    }

    private LoadClient provision(LoadClient client, long until) throws IOException {
        try (var connection = new LoadConnection(service)) {
            while (System.nanoTime() < until) {
                client.provision(connection);
            }
        }
        return client;
    }

    /// What was measured.
    ///
    /// @param nanos how long each provision took
    /// @param addresses that were given
    /// @param refused how many calls were answered otherwise
    /// @param cpu what this process used of the processors meanwhile
    public record Result(List<Long> nanos, List<String> addresses, int refused, Duration took, Duration cpu) {
        public Result {
            nanos = List.copyOf(nanos);
            addresses = List.copyOf(addresses);
        }

        /// How many addresses were given twice.
        public long duplicates() {
            return addresses.size() - addresses.stream().distinct().count();
        }

        /// The times, shortest first.
        public long[] sorted() {
            var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
