// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.http.NameLookup;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.Handshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures as another sweep does, and shakes hands with whoever does not answer that one at once and whose key
/// and ours are at hand: many servers drop what is not WireGuard. The handshake leads to no tunnel ([Handshake]).
///
/// It begins [#HEAD_START] after the other probe, or when that one is given up, so a server that answers that one
/// is asked once, and a connect that follows has its first handshake to itself.
public final class HandshakeSweep implements LatencySweep {
    /// How long the other probe has before.
    static final Duration HEAD_START = Duration.ofMillis(100);

    /// Handshakes at once.
    private static final int AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(HandshakeSweep.class);

    private final LatencySweep first;
    private final Function<Server, Optional<Config>> configs;
    private final Duration limit;
    private final NameLookup names;
    private final InstantSource clock;
    private final SecureRandom random;

    /// One on top of another.
    ///
    /// @param first asks everybody
    /// @param configs what is at hand for a server, without asking anybody; from any thread
    /// @param limit how long a server may take to answer a handshake
    public HandshakeSweep(
            LatencySweep first,
            Function<Server, Optional<Config>> configs,
            Duration limit,
            NameLookup names,
            InstantSource clock,
            SecureRandom random) {
        this.first = first;
        this.configs = configs;
        this.limit = limit;
        this.names = names;
        this.clock = clock;
        this.random = random;
    }

    /// The results of one sweep, each told once: an answer as soon as there is one, silence when nothing is left that
    /// could break it.
    private static final class Results {
        private final BiConsumer<Server, Measurement> sink;
        private final Set<Server> told = new HashSet<>();
        private final Map<Server, CountDownLatch> shaking = new HashMap<>();
        private final Set<Server> silent = new HashSet<>();

        Results(BiConsumer<Server, Measurement> sink) {
            this.sink = sink;
        }

        /// @return done as soon as the first probe, or the handshake, has come to something
        synchronized CountDownLatch beginning(Server server) {
            return shaking.computeIfAbsent(server, _ -> new CountDownLatch(1));
        }

        synchronized void ofFirst(Server server, Measurement result) {
            if (result instanceof Measurement.Silent && shaking.containsKey(server)) {
                silent.add(server);
                heardOf(server);
            } else {
                tell(server, result);
            }
        }

        synchronized boolean isTold(Server server) {
            return told.contains(server);
        }

        synchronized void ofHandshake(Server server, Measurement result) {
            if (result instanceof Measurement.Answered || silent.contains(server)) {
                tell(server, result);
            }
            shaking.remove(server);
        }

        private void tell(Server server, Measurement result) {
            if (told.add(server)) {
                sink.accept(server, result);
            }
            heardOf(server);
        }

        private void heardOf(Server server) {
            Optional.ofNullable(shaking.get(server)).ifPresent(CountDownLatch::countDown);
        }
    }

    @Override
    public void measure(List<Server> servers, BiConsumer<Server, Measurement> sink) throws InterruptedException {
        var results = new Results(sink);
        var free = new Semaphore(AT_ONCE);
        List<Thread> shaking = new ArrayList<>();
        try {
            for (var server : servers) {
                var heard = results.beginning(server);
                shaking.add(
                        Thread.ofVirtual().name("ginnel-handshake").start(() -> shake(server, free, heard, results)));
            }
            first.measure(servers, results::ofFirst);
            for (var thread : shaking) {
                thread.join();
            }
        } finally {
            shaking.forEach(Thread::interrupt);
        }
    }

    private static boolean isWhole(Config config) {
        return config.local().privateKey().isPresent()
                && config.peers().getFirst().endpoint().isPresent();
    }

    private void shake(Server server, Semaphore free, CountDownLatch heard, Results results) {
        Optional<Duration> took = Optional.empty();
        try {
            var isOver = heard.await(HEAD_START.toNanos(), TimeUnit.NANOSECONDS) && results.isTold(server);
            var config =
                    isOver ? Optional.<Config>empty() : configs.apply(server).filter(HandshakeSweep::isWhole);
            if (config.isPresent()) {
                free.acquire();
                try {
                    took = handshake(config.get());
                } finally {
                    free.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("{} was not shaken hands with: {}", server.id(), e.getMessage());
        } finally {
            var now = clock.instant();
            results.ofHandshake(
                    server,
                    took.<Measurement>map(time -> new Measurement.Answered(time, now))
                            .orElseGet(() -> new Measurement.Silent(now)));
        }
    }

    /// How long the answer took; empty when none came in time.
    private Optional<Duration> handshake(Config config) throws IOException {
        var places = places(config.peers().getFirst().endpoint().orElseThrow());
        for (var place : places.subList(0, places.size() - 1)) {
            try {
                return handshake(config, place);
            } catch (IOException e) {
                LOG.debug("this machine has no way to {}: {}", place, e.getMessage());
            }
        }
        return handshake(config, places.getLast());
    }

    /// What is no answer is not listened to.
    private Optional<Duration> handshake(Config config, InetSocketAddress place) throws IOException {
        var peer = config.peers().getFirst();
        var handshake = Handshake.begin(
                config.local().privateKey().orElseThrow(),
                peer.publicKey(),
                peer.presharedKey(),
                clock.instant(),
                random);
        var answer =
                new DatagramPacket(new byte[Handshake.LONGEST_ANSWER_BYTES + 1], Handshake.LONGEST_ANSWER_BYTES + 1);
        try (var socket = new DatagramSocket()) {
            socket.connect(place);
            var message = handshake.initiation();
            var began = System.nanoTime();
            socket.send(new DatagramPacket(message, message.length));
            for (var left = limit; left.toMillis() > 0; left = limit.minusNanos(System.nanoTime() - began)) {
                socket.setSoTimeout(Math.toIntExact(left.toMillis()));
                socket.receive(answer);
                var took = Duration.ofNanos(Math.max(1, System.nanoTime() - began));
                if (handshake.isAnsweredBy(Arrays.copyOf(answer.getData(), answer.getLength()))) {
                    return Optional.of(took);
                }
                answer.setLength(answer.getData().length);
            }
        } catch (SocketTimeoutException e) {
            // Nothing came, which is what is told.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// At least one.
    private List<InetSocketAddress> places(Endpoint endpoint) throws IOException {
        List<InetAddress> addresses = endpoint.address().isPresent()
                ? List.of(endpoint.address().get())
                : Families.firstOfEach(names.addresses(endpoint.host()));
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, endpoint.port()))
                .toList();
    }
}
