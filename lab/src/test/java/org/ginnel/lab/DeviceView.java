// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.gateway.Seen;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// What client and gateways have of the device of `/api/v1`.
record DeviceView(Demo demo) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void assertLeavesFrom(String gateway) throws IOException {
        var expected = demo.lab().gateway(gateway).addresses();
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(expected.exit4());
        assertThat(demo.client().exitSeenBy(Family.IPV6)).isEqualTo(expected.exit6());
    }

    Seen onClient(String device) throws IOException {
        var peers = Seen.on(demo.client().machine().run().resolve("wireguard").resolve(device + ".sock"));
        assertThat(peers).hasSize(1);
        return peers.getFirst();
    }

    /// The peer with the key in use.
    Seen peer(String gateway) throws IOException {
        var key = key();
        return demo.lab().gateway(gateway).peers().stream()
                .filter(peer -> peer.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    Map<PublicKey, Optional<PresharedKey>> secrets(String gateway) throws IOException {
        return demo.lab().gateway(gateway).peers().stream().collect(Collectors.toMap(Seen::key, Seen::presharedKey));
    }

    /// The key in use, as the daemon keeps it.
    PublicKey key() throws IOException {
        var kept = JSON.readTree(Files.readAllBytes(stateFile()))
                .path("login")
                .path("device")
                .path("inUse")
                .path("privateKey");
        return PrivateKey.parse(kept.textValue()).orElseThrow().publicKey();
    }

    /// The key in use was made so long ago.
    void made(Duration ago) throws IOException {
        var state = (ObjectNode) JSON.readTree(Files.readAllBytes(stateFile()));
        ((ObjectNode) state.path("login").path("device").path("inUse"))
                .put("made", Instant.now().minus(ago).toString());
        Files.write(stateFile(), JSON.writeValueAsBytes(state));
    }

    Path stateFile() {
        return demo.daemon().state().resolve("state.json");
    }

    JsonNode status() throws IOException {
        return JSON.readTree(demo.ginnel("status", "--json").orThrow().out());
    }
}
