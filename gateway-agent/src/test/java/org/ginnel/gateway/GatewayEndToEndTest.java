// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ginnel.gateway.device.DeviceException;
import org.ginnel.gateway.diff.PeerChange;
import org.ginnel.peering.PeerSet;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real service, the real agent and a real wireguard-go, from the call to the device.
class GatewayEndToEndTest {
    private static final String KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";

    @TempDir
    private Path directory;

    private Operator operator;

    @BeforeEach
    void start() {
        operator = Operator.start(directory);
    }

    @AfterEach
    void stop() {
        operator.close();
    }

    @Test
    void provision_answersWhenTheDeviceHasThePeer_andRevokeWhenItIsGone() throws DeviceException {
        operator.startAgent();

        var answer = operator.provision("{\"public_key\":\"" + KEY + "\",\"device_id\":\"laptop\"}");

        var peers = operator.devicePeers().peers();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(peers)
                .extracting(Peer::publicKey)
                .containsExactly(PublicKey.parse(KEY).orElseThrow());
        assertThat(peers.getFirst().allowedIps())
                .extracting(network -> IpLiteral.format(network.address()))
                .containsExactly(line(answer.json(), "Address")
                        .replace("/24", "")
                        .replace("/64", "")
                        .split(", "));
        assertThat(line(answer.json(), "PresharedKey"))
                .isEqualTo(peers.getFirst()
                        .presharedKey()
                        .map(PresharedKey::base64)
                        .orElse(""));
        assertThat(line(answer.json(), "PublicKey"))
                .isEqualTo(operator.devicePublicKey().base64());

        var name = answer.json().path("client_name").textValue();
        assertThat(operator.revoke(name).status()).isEqualTo(200);

        assertThat(operator.devicePeers().peers()).isEmpty();
    }

    @Test
    void provision_whileTheGatewayIsAway_failsInTheContractsWordsAndLeavesNothing() throws DeviceException {
        operator.startAgent();
        operator.provision("{}"); // the gateway's key is known from here on
        operator.stopAgent();

        var answer = operator.provision("{\"public_key\":\"" + KEY + "\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("error").textValue()).isEqualTo("Failed to generate client configuration");
        operator.startAgent();
        assertThat(operator.provision("{}").status()).isEqualTo(200);
        assertThat(operator.devicePeers().peers())
                .hasSize(2)
                .extracting(peer -> peer.publicKey().base64())
                .doesNotContain(KEY);
    }

    @Test
    void provision_ofADeviceTheGatewayHasAlready_needsNoAgent() {
        operator.startAgent();
        var body = "{\"public_key\":\"" + KEY + "\",\"device_id\":\"laptop\"}";
        var first = operator.provision(body);
        operator.stopAgent();

        var again = operator.provision(body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void revoke_whileTheGatewayIsAway_isNotCalledDone_butIsDoneWhenItIsBack() throws DeviceException {
        operator.startAgent();
        var name = operator.provision("{}").json().path("client_name").textValue();
        operator.stopAgent();

        var away = operator.revoke(name);
        assertThat(away.status()).isEqualTo(500);
        assertThat(away.json().path("error").textValue()).isEqualTo("Failed to revoke client");
        assertThat(operator.devicePeers().peers()).hasSize(1);

        operator.startAgent();
        assertThat(operator.revoke(name).status()).isEqualTo(200);
        assertThat(operator.devicePeers().peers()).isEmpty();
    }

    @Test
    void newKeyOfADevice_takesOverItsAddress() throws DeviceException {
        operator.startAgent();
        var other = "TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=";
        var first = operator.provision("{\"public_key\":\"" + KEY + "\",\"device_id\":\"laptop\"}");
        var second = operator.provision("{\"public_key\":\"" + other + "\",\"device_id\":\"laptop\"}");

        assertThat(second.status()).isEqualTo(200);
        assertThat(line(second.json(), "Address")).isEqualTo(line(first.json(), "Address"));
        assertThat(line(second.json(), "PresharedKey")).isNotEqualTo(line(first.json(), "PresharedKey"));
        assertThat(operator.devicePeers().peers())
                .extracting(peer -> peer.publicKey().base64())
                .containsExactly(other);
    }

    @Test
    void manyCallsAtOnce_endWithEveryPeerOnTheDevice()
            throws DeviceException, InterruptedException, ExecutionException {
        operator.startAgent();
        operator.provision("{\"device_id\":\"first\"}");
        var addresses = new HashSet<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 64)
                    .mapToObj(i -> pool.submit(() -> operator.provision("{\"device_id\":\"device-" + i + "\"}")))
                    .toList();
            for (var call : calls) {
                assertThat(call.get().status()).isEqualTo(200);
                addresses.add(line(call.get().json(), "Address"));
            }
        }

        assertThat(addresses).hasSize(64);
        assertThat(operator.devicePeers().peers()).hasSize(65);
    }

    @Test
    void peerRemovedByHand_isBackAfterTheNextPoll() throws DeviceException, InterruptedException {
        operator.startAgent();
        operator.provision("{\"public_key\":\"" + KEY + "\"}");
        var before = operator.devicePeers();

        operator.changeByHand(new PeerChange.Remove(PublicKey.parse(KEY).orElseThrow()));
        assertThat(operator.devicePeers().peers()).isEmpty();

        operator.awaitNextPoll();
        assertThat(operator.devicePeers()).isEqualTo(before);
    }

    @Test
    void restartOfTheService_losesNoPeerAndNoAgent() throws DeviceException {
        operator.startAgent();
        var body = "{\"public_key\":\"" + KEY + "\",\"device_id\":\"laptop\"}";
        var before = operator.provision(body);
        var peers = operator.devicePeers();

        operator.restartService();

        assertThat(operator.provision(body).json().path("config"))
                .isEqualTo(before.json().path("config"));
        assertThat(operator.devicePeers()).isEqualTo(peers);
        assertThat(operator.awaitProvision("{\"device_id\":\"phone\"}").status())
                .isEqualTo(200);
        assertThat(operator.devicePeers().peers()).hasSize(2).containsAll(peers.peers());
    }

    /// Long enough away for every wait of the agent to be at its longest.
    @Test
    void provision_rightAfterTheServiceWasAwayForLong_findsTheGatewayAgain() {
        operator.startAgent();
        operator.stopService();
        operator.awaitFailedPolls(8);
        operator.startService();

        var answer = operator.provision("{\"device_id\":\"first after the outage\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void agentWithAnotherToken_changesNothing() throws DeviceException {
        operator.startAgent("0".repeat(32));

        assertThat(operator.provision("{}").status()).isEqualTo(500);
        assertThat(operator.devicePeers()).isEqualTo(new PeerSet(List.of()));
    }

    private static String line(JsonNode answer, String key) {
        return answer.path("config")
                .textValue()
                .lines()
                .filter(line -> line.startsWith(key + " = "))
                .map(line -> line.substring(key.length() + 3))
                .findFirst()
                .orElseThrow();
    }
}
