// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import mockwebserver3.MockWebServer;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigProblem;
import org.ginnel.wireguard.ConfigProblem.Reason;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisionCallTest {
    private static final PrivateKey OWN = PrivateKey.parse(Samples.PEER_KEY).orElseThrow();

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLegacyConfig_isRunWithTheKeyThatTheServerMade() throws InterruptedException {
        server.enqueue(Api.json(200, Samples.provision(Samples.LEGACY_CONFIG)));

        var provision = Api.ok(Api.client(server).provision("eu-west-1", OWN.publicKey(), "laptop\n"));

        assertThat(provision.clientName()).isEqualTo("c-0123456789ab");
        assertThat(provision.server().id()).isEqualTo("eu-west-1");
        assertThat(provision.config().peers().getFirst().endpoint()).contains(new Endpoint("2001:db8::7", 51820));
        assertThat(provision.configWith(OWN)).isEqualTo(provision.config());
        assertThat(provision.configWith(OWN).local().privateKey())
                .contains(PrivateKey.parse(Samples.OWN_KEY).orElseThrow());
        assertThat(provision.toString()).doesNotContain(Samples.OWN_KEY);
        var request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /api/provision HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(request.getBody()).isNotNull();
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"server_id\":\"eu-west-1\",\"public_key\":\"%s\",\"device_name\":\"laptop\"}"
                        .formatted(OWN.publicKey().base64()));
    }

    @Test
    void aConfigWithoutAKey_isRunWithOurOwn() {
        server.enqueue(Api.json(200, Samples.provision(Samples.KEYLESS_CONFIG)));

        var provision = Api.ok(Api.client(server).provision("eu-west-1", OWN.publicKey(), "laptop"));

        assertThat(provision.config().local().privateKey()).isEmpty();
        assertThat(provision.configWith(OWN).local().privateKey()).contains(OWN);
    }

    @Test
    void aHostileConfig_isRefusedWithEveryProblem() {
        var hostile = Samples.KEYLESS_CONFIG
                .replace("[Peer]", "PostUp = rm -rf /\\nDNS = 127.0.0.1\\n[Peer]")
                .replace("Endpoint = gw1.example.org:51820", "");
        server.enqueue(Api.json(200, Samples.provision(hostile)));

        assertThat(Api.cause(Api.client(server).provision("eu-west-1", OWN.publicKey(), "laptop")))
                .isEqualTo(new ErrorCause.ConfigRefused(List.of(
                        new ConfigProblem(3, "PostUp", Reason.FORBIDDEN_KEY),
                        new ConfigProblem(4, "DNS", Reason.FORBIDDEN_ADDRESS),
                        new ConfigProblem(5, "Endpoint", Reason.MISSING_KEY))));
    }

    @Test
    void aConfigOverTheLimit_isRefused() {
        server.enqueue(Api.json(200, Samples.provision("#".repeat(65_537))));

        assertThat(Api.cause(Api.client(server).provision("eu-west-1", OWN.publicKey(), "laptop")))
                .isEqualTo(new ErrorCause.ConfigRefused(List.of(new ConfigProblem(0, "", Reason.TOO_LARGE))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"success\":true | \"success\":false | success: false",
                "\"success\":true | \"success\":\"true\" | success: a text",
                "\"client_name\":\"c-0123456789ab\" | \"x\":1 | client_name: missing",
                "c-0123456789ab | a\\u0000b | client_name: not printable",
                "\"config\" | \"conf\" | config: missing",
                "\"server\" | \"serve\" | server: missing",
                "\"id\":\"eu-west-1\" | \"id\":\"us-east-1\" | server.id: not the one asked for",
                "\"port\":51820 | \"port\":-1 | server.port: -1"
            })
    void aProvisionThatIsNotWhatItShouldBe_isMalformed(String good, String bad, String found) {
        server.enqueue(Api.json(200, Samples.provision(Samples.KEYLESS_CONFIG).replace(good, bad)));

        assertThat(Api.cause(Api.client(server).provision("eu-west-1", OWN.publicKey(), "laptop")))
                .isEqualTo(new ErrorCause.ApiMalformed("POST /api/provision", found));
    }
}
