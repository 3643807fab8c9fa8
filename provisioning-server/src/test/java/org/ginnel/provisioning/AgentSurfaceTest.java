// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.DesiredChange;
import org.ginnel.peering.DesiredState;
import org.ginnel.peering.MalformedPeeringException;
import org.ginnel.peering.PeeringCodec;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What agents are told and what is made of their reports, with the test in the agent's place.
class AgentSurfaceTest {
    private static final String TOKEN = "a".repeat(40);
    private static final String PRO = key("testuser", "pro");
    private static final String GATEWAY_KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";

    private final PeeringCodec codec = new PeeringCodec();
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException, FleetFileException {
        var file = Files.writeString(directory.resolve("servers.json"), """
                {"servers":[{"id":"x-1","name":"X","endpoint":"192.0.2.1","port":51820,"region":"x","country":"X",
                 "tier":"basic","latitude":0,"longitude":0,"ipv4":"10.7.0.0/24","agent_token":"%s"},
                 {"id":"x-2","name":"X","endpoint":"192.0.2.2","port":51820,"region":"x","country":"X",
                 "tier":"basic","latitude":0,"longitude":0,"ipv4":"10.7.0.0/24","agent_token":"%s"}]}
                """.formatted(TOKEN, "b".repeat(40)));
        server = TestServer.start(Settings.local(directory.resolve("db"), TestServer.SECRET, FleetFile.read(file))
                .withWaits(Duration.ofMillis(500), Duration.ofMillis(600)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestServer.Reply poll(String query) {
        return server.get("/agent/v1/peers" + query, "Authorization", "Bearer " + TOKEN);
    }

    private DesiredState state(TestServer.Reply reply) {
        try {
            return (DesiredState) codec.decodeDesired(reply.text().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedPeeringException e) {
            throw new AssertionError(reply.text(), e);
        }
    }

    /// The call that adds the peer is under way.
    private DesiredState pollUntilAPeer() {
        var state = state(poll("?server=x-1&after=0"));
        while (state.peers().peers().isEmpty()) {
            state = state(poll("?server=x-1&after=" + state.revision()));
        }
        return state;
    }

    private TestServer.Reply report(long revision, int peers, String hash) {
        var report = new AppliedReport(revision, peers, hash, 0, PublicKey.parse(GATEWAY_KEY));
        return server.post(
                "/agent/v1/applied",
                codec.encode(report),
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
    }

    private TestServer.Reply reportRightly(DesiredState state) {
        return report(
                state.revision(), state.peers().peers().size(), state.peers().hash());
    }

    @Test
    void agent_isToldEverythingAndItsReportFreesTheWaitingCall() {
        var empty = state(poll(""));
        assertThat(empty.peers().peers()).isEmpty();
        assertThat(empty.port()).isEqualTo(51820);
        assertThat(empty.addresses()).hasToString("[10.7.0.1/24]");
        assertThat(reportRightly(empty).status()).isEqualTo(200);

        var call = CompletableFuture.supplyAsync(() -> server.postJson("/api/provision", PRO, "{}"));
        var next = pollUntilAPeer();

        assertThat(next.revision()).isGreaterThan(empty.revision());
        assertThat(next.peers().peers()).hasSize(1);
        assertThat(call).isNotDone();
        assertThat(reportRightly(next).text()).isEqualTo("{\"success\":true}");
        assertThat(call.join().status()).isEqualTo(200);
        assertThat(call.join().json().path("server").path("public_key").textValue())
                .isEqualTo(GATEWAY_KEY);
    }

    @Test
    void agentThatKnowsARevision_isToldWhatChangedSince() throws MalformedPeeringException {
        reportRightly(state(poll("")));
        var first = CompletableFuture.supplyAsync(() -> server.postJson("/api/provision", PRO, "{}"));
        var before = pollUntilAPeer();
        reportRightly(before);
        var name = first.join().json().path("client_name").textValue();
        var second = CompletableFuture.supplyAsync(() -> server.postJson("/api/provision", PRO, "{}"));
        var revoked = CompletableFuture.supplyAsync(
                () -> server.postJson("/api/revoke", PRO, "{\"client_name\":\"" + name + "\"}"));

        var peers = before.peers();
        var revision = before.revision();
        for (int i = 0; i < 4; i++) {
            var reply = poll("?changes=1&after=" + revision);
            var change = (DesiredChange) codec.decodeDesired(reply.text().getBytes(StandardCharsets.UTF_8));
            assertThat(change.since()).isEqualTo(revision);
            peers = change.after(peers);
            revision = change.revision();
            assertThat(report(revision, peers.peers().size(), peers.hash()).status())
                    .isEqualTo(200);
        }

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.join().status()).isEqualTo(200);
        assertThat(revoked.join().status()).isEqualTo(200);
        assertThat(peers).isEqualTo(state(poll("")).peers());
        assertThat(peers.peers()).hasSize(1);
    }

    @Test
    void agentThatHasEverything_waitsButNotForEver() {
        var state = state(poll(""));
        reportRightly(state);
        var started = System.nanoTime();

        var again = state(poll("?after=" + state.revision()));

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(9));
        assertThat(again).isEqualTo(state);
    }

    @Test
    void reportOfOtherPeers_isRefusedAndFreesNobody() {
        reportRightly(state(poll("")));
        var call = CompletableFuture.supplyAsync(() -> server.postJson("/api/provision", PRO, "{}"));
        var next = pollUntilAPeer();

        assertThat(report(next.revision(), 1, "ab".repeat(32)).status()).isEqualTo(409);
        assertThat(report(next.revision() + 1, 1, next.peers().hash()).status()).isEqualTo(409);

        assertThat(call.join().status()).isEqualTo(500);
        assertThat(call.join().json().path("error").textValue()).isEqualTo("Failed to generate client configuration");
        assertThat(state(poll("")).peers().peers()).isEmpty();
    }

    @Test
    void gatewayWhoseKeyNobodyKnows_hasNoConfigToGive() {
        var reply = server.postJson("/api/provision", PRO, "{\"server_id\":\"x-2\"}");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().path("error").textValue()).isEqualTo("Failed to generate client configuration");
    }

    @Test
    void token_isNeededBeforeAnythingIsRead_andIsForItsServerAlone() {
        assertThat(server.get("/agent/v1/peers").status()).isEqualTo(401);
        assertThat(server.get("/agent/v1/peers", "X-API-Key", PRO).status()).isEqualTo(401);
        assertThat(server.get("/agent/v1/peers", "Authorization", "Basic " + TOKEN)
                        .status())
                .isEqualTo(401);
        assertThat(server.post("/agent/v1/applied", "nonsense").status()).isEqualTo(401);
        assertThat(poll("?server=x-2").status()).isEqualTo(403);
        assertThat(poll("?server=x-2").contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "9999999999999999999", "1.0", "%00"})
    void revision_thatIsNone_isRefused(String after) {
        assertThat(poll("?after=" + after).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"revision\":0,\"peers\":0,\"hash\":\"x\"}"})
    void report_thatIsNone_isRefused(String body) {
        var reply = server.post(
                "/agent/v1/applied", body, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void presharedKeys_goToTheAgentAndTheClientAlone() {
        reportRightly(state(poll("")));
        var call = CompletableFuture.supplyAsync(() -> server.postJson("/api/provision", PRO, "{}"));
        var next = pollUntilAPeer();
        reportRightly(next);

        var secret =
                next.peers().peers().getFirst().presharedKey().orElseThrow().base64();
        assertThat(call.join().json().path("config").textValue()).contains("PresharedKey = " + secret);
        assertThat(server.get("/api/servers", "X-API-Key", PRO).text()).doesNotContain(secret);
    }
}
