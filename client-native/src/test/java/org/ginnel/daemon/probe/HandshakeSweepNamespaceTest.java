// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ginnel.daemon.linux.FarSide;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.linux.device.Peer;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.daemon.port.Plans;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigResult;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Handshakes with `wireguard-go` across a cable, on a server that drops all TCP.
@Timeout(60)
class HandshakeSweepNamespaceTest {
    private static final Duration LIMIT = Duration.ofMillis(600);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Server SERVER =
            new Server("dark", "c", "192.168.77.1", 51820, "r", "c", "t", 0, 0, Optional.empty(), Optional.empty());

    private final Tools tools = Tools.inNamespaceWithTun();
    private final FarSide far = FarSide.connect(tools);
    private final ConcurrentLinkedQueue<Measurement> results = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        far.run("nft add rule inet watch arriving tcp dport 51820 drop");
        Peer.start(tools, far);
    }

    @AfterEach
    void stop() throws IOException {
        Peer.stop();
        far.close();
    }

    private static List<InetAddress> names(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private static Config config(String privateKey, String serverKey, String presharedKey) {
        var parsed = ConfigParser.parse("""
                [Interface]
                PrivateKey = %s
                Address = 10.7.0.2/32
                [Peer]
                PublicKey = %s
                PresharedKey = %s
                AllowedIPs = 0.0.0.0/0
                Endpoint = 192.168.77.1:51820
                """.formatted(privateKey, serverKey, presharedKey));
        return ((ConfigResult.Parsed) parsed).config();
    }

    private static Config ours() {
        return config(
                Plans.ourKey().base64(),
                Plans.SERVER_KEY.publicKey().base64(),
                Plans.presharedKey().base64());
    }

    private Measurement measured(Optional<Config> config) throws InterruptedException {
        LatencySweep tcp = new TcpSweep(LIMIT, HandshakeSweepNamespaceTest::names, CLOCK);
        new HandshakeSweep(tcp, _ -> config, LIMIT, HandshakeSweepNamespaceTest::names, CLOCK, RANDOM)
                .measure(List.of(SERVER), (_, result) -> results.add(result));
        assertThat(results).hasSize(1);
        return results.remove();
    }

    @Test
    void aServerThatKnowsUs_answers_alsoAgainAndAgain() throws InterruptedException {
        for (var i = 0; i < 3; i++) {
            assertThat(measured(Optional.of(ours())))
                    .isInstanceOfSatisfying(
                            Measurement.Answered.class,
                            answer -> assertThat(answer.roundTrip()).isLessThan(LIMIT));
        }
    }

    @Test
    void whomItDoesNotKnow_andWhoTakesItForAnother_hearsNothing() throws InterruptedException {
        var stranger = PrivateKey.generate(RANDOM);
        var server = Plans.SERVER_KEY.publicKey().base64();
        var secret = Plans.presharedKey().base64();
        for (var config : List.of(
                config(stranger.base64(), server, secret),
                config(Plans.ourKey().base64(), stranger.publicKey().base64(), secret),
                config(Plans.ourKey().base64(), server, stranger.base64()))) {
            assertThat(measured(Optional.of(config))).isInstanceOf(Measurement.Silent.class);
        }
        assertThat(measured(Optional.empty())).isInstanceOf(Measurement.Silent.class);
    }
}
