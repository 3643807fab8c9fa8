// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpSweepTest {
    /// No system opens a TCP connection to a broadcast address.
    private static final InetAddress NO_WAY = InetAddress.ofLiteral("255.255.255.255");

    private static final InetAddress ALSO_NO_WAY = InetAddress.ofLiteral("255.255.255.254");

    private final CountDownLatch nobodyAnswers = new CountDownLatch(1);
    private final TcpSweep sweep = new TcpSweep(Duration.ofMillis(300), this::lookUp, InstantSource.system());

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        if (host.startsWith("stuck")) {
            try {
                nobodyAnswers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (host.startsWith("second")) {
            return List.of(NO_WAY, ALSO_NO_WAY, InetAddress.ofLiteral("::1"));
        }
        if (host.startsWith("known")) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        throw new UnknownHostException(host);
    }

    @Test
    void anOpenPort_isAnAnswer() throws IOException, InterruptedException {
        try (var listening = listening(50)) {
            assertThat(measured(List.of(server("open", listening.getLocalPort()))))
                    .hasEntrySatisfying("open", m -> assertThat(m).isInstanceOf(Measurement.Answered.class));
        }
    }

    @Test
    void aRefusedConnection_isAnAnswer() throws IOException, InterruptedException {
        int free;
        try (var closedSoon = listening(1)) {
            free = closedSoon.getLocalPort();
        }
        assertThat(measured(List.of(server("closed", free))))
                .hasEntrySatisfying("closed", m -> assertThat(m).isInstanceOf(Measurement.Answered.class));
    }

    @Test
    void aPortThatDropsPackets_isSilent_afterItsTime() throws IOException, InterruptedException {
        try (var full = listening(1);
                var first = new java.net.Socket();
                var second = new java.net.Socket()) {
            first.connect(full.getLocalSocketAddress());
            second.connect(full.getLocalSocketAddress());
            var began = System.nanoTime();

            var result = measured(List.of(server("full", full.getLocalPort())));

            assertThat(result).hasEntrySatisfying("full", m -> assertThat(m).isInstanceOf(Measurement.Silent.class));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250));
        }
    }

    @Test
    void noWayToTheFirstAddress_asksTheOtherFamily() throws IOException, InterruptedException {
        try (var listening = new ServerSocket(0, 50, InetAddress.ofLiteral("::1"))) {
            var server = new Server(
                    "both",
                    "c",
                    "second.test",
                    listening.getLocalPort(),
                    "r",
                    "c",
                    "t",
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty());

            assertThat(measured(List.of(server)))
                    .hasEntrySatisfying("both", m -> assertThat(m).isInstanceOf(Measurement.Answered.class));
        }
    }

    @Test
    void aHostWithoutAddress_isSilent() throws InterruptedException {
        var nowhere = new Server(
                "nowhere", "c", "no-such-host.invalid", 1, "r", "c", "t", 0, 0, Optional.empty(), Optional.empty());

        assertThat(measured(List.of(nowhere)))
                .hasEntrySatisfying("nowhere", m -> assertThat(m).isInstanceOf(Measurement.Silent.class));
    }

    @Test
    void aNameThatNobodyAnswersFor_holdsUpNoOther_andIsSilentInTheEnd() throws IOException, InterruptedException {
        try (var listening = listening(50)) {
            var stuck = IntStream.range(0, 40).mapToObj(n -> server("s" + n, "stuck", 1));
            var servers = Stream.concat(Stream.of(server("known", "known", listening.getLocalPort())), stuck)
                    .toList();
            var began = System.nanoTime();
            Map<String, Duration> times = new ConcurrentHashMap<>();
            Map<String, Measurement> results = new ConcurrentHashMap<>();

            sweep.measure(servers, (server, result) -> {
                times.put(server.id(), Duration.ofNanos(System.nanoTime() - began));
                results.put(server.id(), result);
            });

            assertThat(results)
                    .hasSize(41)
                    .hasEntrySatisfying("known", m -> assertThat(m).isInstanceOf(Measurement.Answered.class));
            assertThat(times)
                    .as("two seconds are what a name may take")
                    .hasEntrySatisfying("known", time -> assertThat(time).isLessThan(Duration.ofSeconds(1)))
                    .hasEntrySatisfying("s0", time -> assertThat(time).isGreaterThan(Duration.ofMillis(1900)));
            assertThat(results.get("s39")).isInstanceOf(Measurement.Silent.class);
        }
    }

    @Test
    void moreServersThanAreTriedAtOnce_areAllMeasured() throws IOException, InterruptedException {
        try (var listening = listening(500)) {
            var many = IntStream.range(0, 3 * TcpSweep.AT_ONCE)
                    .mapToObj(n -> server("s" + n, listening.getLocalPort()))
                    .toList();

            assertThat(measured(many)).hasSize(many.size());
        }
    }

    @Test
    void anInterrupt_endsTheSweep() throws InterruptedException {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> measured(List.of(server("any", 9)))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private Map<String, Measurement> measured(List<Server> servers) throws InterruptedException {
        Map<String, Measurement> results = new ConcurrentHashMap<>();
        sweep.measure(servers, (server, result) -> results.put(server.id(), result));
        return results;
    }

    private static ServerSocket listening(int backlog) throws IOException {
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), backlog);
        return socket;
    }

    private static Server server(String id, int port) {
        return server(id, "127.0.0.1", port);
    }

    private static Server server(String id, String host, int port) {
        return new Server(id, "c", host, port, "r", "c", "t", 0, 0, Optional.empty(), Optional.empty());
    }
}
