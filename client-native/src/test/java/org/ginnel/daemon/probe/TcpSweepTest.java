// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpSweepTest {
    private final TcpSweep sweep = new TcpSweep(Duration.ofMillis(300), InstantSource.system());

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
    void aHostWithoutAddress_isSilent() throws InterruptedException {
        var nowhere = new Server(
                "nowhere", "c", "no-such-host.invalid", 1, "r", "c", "t", 0, 0, Optional.empty(), Optional.empty());

        assertThat(measured(List.of(nowhere)))
                .hasEntrySatisfying("nowhere", m -> assertThat(m).isInstanceOf(Measurement.Silent.class));
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
        return new Server(id, "c", "127.0.0.1", port, "r", "c", "t", 0, 0, Optional.empty(), Optional.empty());
    }
}
