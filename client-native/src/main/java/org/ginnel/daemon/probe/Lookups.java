// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ginnel.http.NameLookup;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.IpLiteral;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out where servers are, several at once, and hands each over as soon as it is known: one name that nobody
/// answers for holds up no other. Addresses are handed over at once and look nothing up.
final class Lookups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    private static final int AT_ONCE = 32;

    private final NameLookup names;
    private final Runnable onFound;
    private final Queue<Found> found = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("ginnel-lookup").factory());

    /// What came of one.
    ///
    /// @param addresses at most one of each family; empty when it has none
    record Found(Server server, List<InetAddress> addresses) {
        Found {
            addresses = List.copyOf(addresses);
        }
    }

    /// @param onFound told, from any thread, when there is something to [#poll()]
    Lookups(NameLookup names, Runnable onFound) {
        this.names = names;
        this.onFound = onFound;
    }

    /// Begins with all of them.
    void begin(List<Server> servers) {
        for (var server : servers) {
            var literal = IpLiteral.parse(server.endpoint());
            if (literal.isPresent()) {
                found.add(new Found(server, List.of(literal.get())));
            } else {
                threads.execute(() -> lookUp(server));
            }
        }
    }

    /// One that is known now and was not handed over before.
    Optional<Found> poll() {
        return Optional.ofNullable(found.poll());
    }

    private void lookUp(Server server) {
        try {
            found.add(new Found(server, Families.firstOfEach(names.addresses(server.endpoint()))));
        } catch (UnknownHostException e) {
            LOG.debug("{} has no address: {}", server.id(), e.getMessage());
            found.add(new Found(server, List.of()));
        }
        onFound.run();
    }

    /// Looks nothing more up, and waits for nothing.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
