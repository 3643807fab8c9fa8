// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.wireguard.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real service with several gateways, each a real wireguard-go with its agent.
class FleetEndToEndTest {
    /// `bin/bench-provisioning` has more.
    private static final int ROUNDS = Integer.getInteger("ginnel.fleet.rounds", 5);

    @TempDir
    private Path directory;

    @Test
    void deviceIsOnAllFifteenGateways_andGoneFromAllWithinASecond() throws DeviceException {
        try (var fleet = RealFleet.start(directory, 15)) {
            fleet.startAgents();
            var millis = new ArrayList<Integer>();
            for (int round = 0; round < ROUNDS; round++) {
                var device = fleet.register("user" + round);
                assertThat(device.path("applied")).hasSize(15);
                for (var engine : fleet.engines()) {
                    assertThat(engine.live().read().peers().peers())
                            .extracting(peer -> peer.publicKey().base64())
                            .containsExactly(device.path("public_key").textValue());
                }

                var gone = fleet.remove("user" + round, device.path("id").textValue());

                assertThat(gone.path("applied")).as(gone.toString()).hasSize(15);
                gone.path("applied")
                        .forEach(reach -> millis.add(reach.path("ms").intValue()));
                for (var engine : fleet.engines()) {
                    assertThat(engine.live().read().peers().peers()).isEmpty();
                }
            }
            Collections.sort(millis);
            System.out.printf(
                    "revocation, 15 gateways: %d acknowledgements, median %d ms, p99 %d ms, longest %d ms%n",
                    millis.size(),
                    millis.get(millis.size() / 2),
                    millis.get(millis.size() * 99 / 100),
                    millis.getLast());
        }
    }

    @Test
    void rotation_hasBothKeysOnTheGateway_eachWithItsOwnAddress() throws DeviceException {
        try (var fleet = RealFleet.start(directory, 1)) {
            fleet.startAgents();
            var made = fleet.register("alice");

            var rotated = fleet.rotate("alice", made.path("id").textValue());

            assertThat(fleet.engines().getFirst().live().read().peers().peers())
                    .extracting(peer -> peer.publicKey().base64() + " " + address(peer))
                    .containsExactlyInAnyOrder(named(rotated), named(rotated.path("previous")));
        }
    }

    @Test
    void gateway_hasItsAddressesInEveryNetworkThatItsPeersAreIn() throws DeviceException {
        try (var fleet = RealFleet.start(directory, 1)) {
            fleet.startAgents();

            var engine = fleet.engines().getFirst();
            assertThat(engine.commands()
                            .run(
                                    List.of(
                                            "ip",
                                            "-o",
                                            "address",
                                            "show",
                                            engine.name().text()),
                                    ""))
                    .contains("10.7.0.1/24", "10.64.0.1/12", "fddd:2c4:2c4:3::1/64");
        }
    }

    private static String address(Peer peer) {
        return peer.allowedIps().stream()
                .filter(network -> network.isIpv4())
                .map(network -> network.address().getHostAddress())
                .findFirst()
                .orElseThrow();
    }

    private static String named(JsonNode key) {
        return key.path("public_key").textValue() + " " + key.path("ipv4").textValue();
    }

    @Test
    void presharedKey_isOnTheGateway() throws DeviceException {
        try (var fleet = RealFleet.start(directory, 1)) {
            fleet.startAgents();

            var secret = fleet.protect("alice", fleet.register("alice"));

            assertThat(fleet.engines().getFirst().live().read().peers().peers())
                    .extracting(Peer::presharedKey)
                    .containsExactly(java.util.Optional.of(secret));
        }
    }

    @Test
    void gatewayThatIsAway_isNamed_withTheTimeThatItsLeaseLeaves() {
        try (var fleet = RealFleet.start(directory, 2)) {
            fleet.startAgents();
            var device = fleet.register("alice");
            fleet.stopAgent(1);

            var gone = fleet.remove("alice", device.path("id").textValue());

            assertThat(gone.path("applied")).hasSize(1);
            assertThat(gone.path("pending")).hasSize(1);
            assertThat(gone.path("pending").get(0).path("server").textValue()).isEqualTo("gw-1");
            assertThat(gone.path("pending").get(0).path("gone_within_s").intValue())
                    .isBetween(86_000, 86_400);
        }
    }

    @Test
    void tenThousandPeers_areOnTheDevice_andOneMoreIsQuick() throws DeviceException {
        try (var fleet = RealFleet.start(directory, 1)) {
            fleet.registerInTheStore(10_000);
            var before = System.nanoTime();
            fleet.startAgents();
            var all = System.nanoTime();

            var device = fleet.register("alice");

            assertThat(device.path("applied")).hasSize(1);
            assertThat(fleet.engines().getFirst().live().read().peers().peers()).hasSize(10_001);
            var removed = fleet.remove("alice", device.path("id").textValue());
            System.out.printf(
                    "10,000 peers on one device: all %d ms, one more %d ms, one less %d ms%n",
                    (all - before) / 1_000_000,
                    device.path("applied").get(0).path("ms").intValue(),
                    removed.path("applied").get(0).path("ms").intValue());
            assertThat(List.of(fleet.engines()
                            .getFirst()
                            .live()
                            .read()
                            .peers()
                            .peers()
                            .size()))
                    .containsExactly(10_000);
        }
    }
}
