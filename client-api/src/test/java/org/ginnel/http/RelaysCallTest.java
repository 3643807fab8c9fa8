// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaysCallTest {
    private static final String REACH = """
            "public_key":"%s","endpoints":["203.0.113.7:443","203.0.113.7:53","[2001:db8::7]:51820"],
            "ipv4_gateway":"10.64.0.1","ipv6_gateway":"fd64::1","dns":["10.64.0.1","9.9.9.9"]""".formatted(Samples.PEER_KEY);

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
    void aRelay_isAServer_andHowItIsReached() throws InterruptedException {
        var relays = relays(london(REACH));

        assertThat(relays.tier()).isEqualTo("pro");
        assertThat(relays.servers()).extracting(Server::id).containsExactly("eu-west-1");
        var reach = relays.reaches().get("eu-west-1");
        assertThat(reach).isNotNull();
        assertThat(reach.publicKey()).contains(PublicKey.parse(Samples.PEER_KEY).orElseThrow());
        assertThat(reach.endpoints())
                .containsExactly(
                        new Endpoint("203.0.113.7", 443),
                        new Endpoint("203.0.113.7", 53),
                        new Endpoint("2001:db8::7", 51820));
        assertThat(reach.gateways())
                .containsExactly(InetAddress.ofLiteral("10.64.0.1"), InetAddress.ofLiteral("fd64::1"));
        assertThat(reach.dns()).containsExactly(InetAddress.ofLiteral("10.64.0.1"), InetAddress.ofLiteral("9.9.9.9"));
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /api/v1/relays HTTP/1.1");
    }

    @Test
    void aListThatIsStillTheSame_isNotSentAgain() throws InterruptedException {
        var client = Api.client(server);
        server.enqueue(tagged("\"one\"", london(REACH)));
        server.enqueue(new MockResponse.Builder().code(304).build());
        server.enqueue(tagged("\"two\"", london(REACH).replace("London", "Leeds")));
        server.enqueue(new MockResponse.Builder().code(304).build());

        var first = Api.ok(client.relays());
        assertThat(Api.ok(client.relays())).isEqualTo(first);
        assertThat(Api.ok(client.relays()).servers()).extracting(Server::name).containsExactly("Leeds");
        assertThat(Api.ok(client.relays()).servers()).extracting(Server::name).containsExactly("Leeds");

        assertThat(List.of(asked(), asked(), asked(), asked()))
                .containsExactly("nothing", "\"one\"", "\"one\"", "\"two\"");
    }

    @Test
    void whatIsRemembered_isForThatKeyAndThatApi() throws InterruptedException {
        var transport = Api.transport(Api.PATIENT);
        var url = new ApiUrl(false, "127.0.0.1", server.getPort(), "");
        var other = ApiKey.parse("demo_user_basic_3680ccb7455473bf").orElseThrow();
        server.enqueue(tagged("\"one\"", london(REACH)));
        server.enqueue(tagged("\"two\"", london(REACH)));
        server.enqueue(new MockResponse.Builder().code(304).build());

        Api.ok(new ApiClient(url, Api.KEY, transport).relays());
        Api.ok(new ApiClient(url, other, transport).relays());
        assertThat(Api.ok(new ApiClient(url, other, transport).relays()).servers())
                .hasSize(1);

        assertThat(List.of(asked(), asked(), asked())).containsExactly("nothing", "nothing", "\"two\"");
    }

    @Test
    void aTagThatIsNone_isNotSentBack_andUnchangedWithoutHavingAskedIsNoAnswer() throws InterruptedException {
        var client = Api.client(server);
        server.enqueue(tagged("not quoted", london(REACH)));
        server.enqueue(new MockResponse.Builder().code(304).build());

        Api.ok(client.relays());
        assertThat(Api.cause(client.relays())).isInstanceOf(ErrorCause.ApiMalformed.class);

        assertThat(List.of(asked(), asked())).containsExactly("nothing", "nothing");
    }

    private String asked() throws InterruptedException {
        var tag = server.takeRequest().getHeaders().get("If-None-Match");
        return tag == null ? "nothing" : tag;
    }

    private static MockResponse tagged(String tag, String relay) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/json")
                .setHeader("ETag", tag)
                .body("{\"tier\":\"pro\",\"relays\":[" + relay + "]}")
                .build();
    }

    @Test
    void theLegacyList_tellsTheSame() {
        server.enqueue(Api.json(200, Samples.servers(london(REACH), Samples.SAO_PAULO)));

        var list = Api.ok(Api.client(server).servers());

        assertThat(list.reaches()).containsOnlyKeys("eu-west-1");
        assertThat(list.servers()).hasSize(2);
    }

    /// The server stays; what is wrong of the rest is nobody's.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"endpoints\":\"203.0.113.7:443\"",
                "\"endpoints\":{\"a\":\"203.0.113.7:443\"}",
                "\"endpoints\":[7,null,[],{},\"\",\"x\",\"203.0.113.7\",\"203.0.113.7:0\",\"203.0.113.7:70000\"]",
                "\"endpoints\":[\"127.0.0.1:443\",\"localhost:443\",\"[::1]:443\",\"[fe80::1]:443\",\"0.0.0.0:53\"]",
                "\"endpoints\":[\"224.0.0.1:443\",\"169.254.1.1:443\",\"[::ffff:127.0.0.1]:443\"]",
                "\"endpoints\":[\"203.0.113.7:51820\"]",
                "\"public_key\":\"xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8D\"",
                "\"public_key\":7",
                "\"dns\":[\"127.0.0.53\",\"example.org\",7],\"ipv4_gateway\":\"127.0.0.1\"",
                "\"dns\":\"9.9.9.9\",\"ipv6_gateway\":[\"fd64::1\"]",
            })
    void whatCannotBeUsed_isLeftOut(String fields) {
        var relays = relays(london(fields));

        assertThat(relays.servers()).hasSize(1);
        assertThat(relays.reaches()).isEmpty();
    }

    @Test
    void moreThanAnybodyNeeds_isCut() {
        var endpoints = IntStream.rangeClosed(1, 5_000)
                .mapToObj(port -> "\"203.0.113.8:" + port + "\"")
                .collect(Collectors.joining(","));
        var dns = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "\"10.64.0." + i + "\"")
                .collect(Collectors.joining(","));

        var reach = relays(london("\"endpoints\":[" + endpoints + "],\"dns\":[" + dns + "]"))
                .reaches()
                .get("eu-west-1");

        assertThat(reach).isNotNull();
        assertThat(reach.endpoints()).hasSize(Reach.MOST_ENDPOINTS);
        assertThat(reach.dns()).hasSize(Reach.MOST_RESOLVERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | tier: missing",
                "{\"tier\":\"pro\"} | relays: missing",
                "{\"tier\":\"\\u0000\",\"relays\":[]} | tier: not printable",
                "{\"tier\":\"pro\",\"relays\":[7]} | relays[0]: 7",
                "{\"tier\":\"pro\",\"relays\":{}} | relays: an object",
                "{\"tier\":7,\"relays\":[]} | tier: 7"
            })
    void aListThatIsNotWhatItShouldBe_isMalformed(String body, String found) {
        server.enqueue(Api.json(200, body));

        assertThat(Api.cause(Api.client(server).relays()))
                .isEqualTo(new ErrorCause.ApiMalformed("GET /api/v1/relays", found));
    }

    private Relays relays(String entry) {
        server.enqueue(Api.json(200, "{\"tier\":\"pro\",\"relays\":[" + entry + "]}"));
        return Api.ok(Api.client(server).relays());
    }

    private static String london(String more) {
        return Samples.LONDON.replaceFirst("}$", "," + more + "}");
    }
}
