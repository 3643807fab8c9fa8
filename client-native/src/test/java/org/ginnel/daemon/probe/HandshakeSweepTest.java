// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.Handshake;
import org.ginnel.wireguard.Interface;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who is shaken hands with, and what is told when; `HandshakeSweepNamespaceTest` has the real answers.
@Timeout(30)
class HandshakeSweepTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Measurement ANSWERED = new Measurement.Answered(Duration.ofMillis(7), Instant.EPOCH);
    private static final Measurement SILENT = new Measurement.Silent(Instant.EPOCH);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Measurement> told = new ConcurrentHashMap<>();
    private DatagramSocket place;

    @BeforeEach
    void open() throws IOException {
        place = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Config config() {
        return config("127.0.0.1");
    }

    private Config config(String host) {
        var ours = new Interface(
                Optional.of(PrivateKey.generate(RANDOM)),
                List.of(IpNetwork.parse("10.7.0.2/32").orElseThrow()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        var peer = new Peer(
                PrivateKey.generate(RANDOM).publicKey(),
                Optional.empty(),
                List.of(IpNetwork.parse("0.0.0.0/0").orElseThrow()),
                Optional.of(new Endpoint(host, place.getLocalPort())),
                Optional.empty());
        return new Config(ours, List.of(peer));
    }

    private static Server server(String id) {
        return new Server(id, "c", "127.0.0.1", 9, "r", "c", "t", 0, 0, Optional.empty(), Optional.empty());
    }

    private HandshakeSweep sweep(LatencySweep first) {
        return sweep(first, config());
    }

    private static HandshakeSweep sweep(LatencySweep first, Config config) {
        return new HandshakeSweep(
                first,
                server -> server.id().equals("unknown") ? Optional.empty() : Optional.of(config),
                LIMIT,
                HandshakeSweepTest::names,
                InstantSource.system(),
                RANDOM);
    }

    /// The first of these says nothing without its scope: no system sends to it.
    private static List<InetAddress> names(String host) throws UnknownHostException {
        if (host.equals("both.test")) {
            return List.of(InetAddress.ofLiteral("fe80::1"), InetAddress.getLoopbackAddress());
        }
        throw new UnknownHostException(host);
    }

    private Optional<byte[]> heard(Duration patience) throws IOException {
        place.setSoTimeout(Math.toIntExact(patience.toMillis()));
        var packet = new DatagramPacket(new byte[2000], 2000);
        try {
            place.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException e) {
            // Nobody sent anything.
            return Optional.empty();
        }
    }

    @Test
    void noWayToTheFirstAddress_shakesHandsWithTheOtherFamily() throws IOException, InterruptedException {
        measured(
                sweep((servers, sink) -> servers.forEach(server -> sink.accept(server, SILENT)), config("both.test")),
                "one");

        assertThat(heard(LIMIT)).isPresent();
    }

    private void measure(LatencySweep first, String... ids) throws InterruptedException {
        measured(sweep(first), ids);
    }

    private void measured(HandshakeSweep sweep, String... ids) throws InterruptedException {
        sweep.measure(List.of(ids).stream().map(HandshakeSweepTest::server).toList(), (server, result) -> {
            assertThat(told.put(server.id(), result)).as("told once").isNull();
        });
    }

    /// The second time, when all of it is loaded.
    @Test
    void whoAnswersTheFirstProbe_isToldAtOnce_andNotShakenHandsWith() throws IOException, InterruptedException {
        var sweep = sweep((servers, sink) -> servers.forEach(server -> sink.accept(server, ANSWERED)));
        measured(sweep, "one", "two", "unknown");
        told.clear();
        var began = System.nanoTime();
        measured(sweep, "one", "two", "unknown");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(HandshakeSweep.HEAD_START);
        assertThat(told).containsOnlyKeys("one", "two", "unknown").containsEntry("one", ANSWERED);
        assertThat(heard(HandshakeSweep.HEAD_START.multipliedBy(2))).isEmpty();
    }

    @Test
    void whoIsSilent_isShakenHandsWith_andSilentOnlyWhenThatIsNotAnsweredEither()
            throws IOException, InterruptedException {
        measure((servers, sink) -> servers.forEach(server -> sink.accept(server, SILENT)), "dark", "unknown");

        assertThat(heard(LIMIT))
                .hasValueSatisfying(message ->
                        assertThat(message).hasSize(Handshake.INITIATION_BYTES).startsWith(1, 0, 0, 0));
        assertThat(told).containsOnlyKeys("dark", "unknown");
        assertThat(told.get("dark")).isInstanceOf(Measurement.Silent.class);
    }

    @Test
    void anAnswerToTheFirstProbe_thatComesLate_stillCounts() throws IOException, InterruptedException {
        measure(
                (servers, sink) -> {
                    awaitPacket();
                    servers.forEach(server -> sink.accept(server, ANSWERED));
                },
                "far");

        assertThat(told).containsEntry("far", ANSWERED);
    }

    private void awaitPacket() {
        try {
            assertThat(heard(Duration.ofSeconds(10))).isPresent();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whoever ends a measuring is not kept waiting, and no probe goes on behind.
    @Test
    void anInterruption_endsTheHandshakesToo() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var thread = Thread.ofVirtual().start(() -> {
            try {
                measure(
                        (_, _) -> {
                            asked.countDown();
                            new CountDownLatch(1).await();
                        },
                        "dark");
            } catch (InterruptedException e) {
                ended.countDown();
            }
        });
        asked.await();
        thread.interrupt();
        ended.await();
        thread.join();
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void nonsense_isNoAnswer() throws IOException, InterruptedException {
        var nonsense = Thread.ofVirtual().start(() -> {
            try {
                var packet = new DatagramPacket(new byte[2000], 2000);
                place.setSoTimeout(10_000);
                place.receive(packet);
                for (var length : new int[] {0, 1, 64, 92, 1400}) {
                    place.send(new DatagramPacket(new byte[length], length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        measure((servers, sink) -> servers.forEach(server -> sink.accept(server, SILENT)), "dark");
        nonsense.join();

        assertThat(told.get("dark")).isInstanceOf(Measurement.Silent.class);
    }
}
