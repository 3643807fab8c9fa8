// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.ginnel.account.ApiUrl;
import org.ginnel.account.Tier;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClientTest {
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
    void servers_areReadWhateverTheOrderOfTheirFields() {
        server.enqueue(Api.json(200, Samples.servers(Samples.LONDON, Samples.SAO_PAULO)));

        var list = Api.ok(Api.client(server).servers());

        assertThat(list.tier()).isEqualTo(new Tier("pro", "Pro", 15, "All of them"));
        assertThat(list.skipped()).isEmpty();
        assertThat(list.servers())
                .containsExactly(
                        new Server(
                                "eu-west-1",
                                "London",
                                "203.0.113.7",
                                51820,
                                "eu-west",
                                "United Kingdom",
                                "basic",
                                51.5074,
                                -0.1278,
                                Optional.empty(),
                                Optional.empty()),
                        new Server(
                                "sa-east-1",
                                "S\u00e3o Paulo",
                                "2001:db8::7",
                                51821,
                                "sa-east",
                                "Brazil",
                                "pro",
                                -23,
                                -46,
                                Optional.of(443),
                                Optional.of(0.25),
                                Optional.of(1.0),
                                Optional.of(9.0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"weight\":1 | \"weight\":-1",
                "\"weight\":1 | \"weight\":1e999",
                "\"weight\":1 | \"weight\":1001",
                "\"weight\":1 | \"weight\":\"heavy\"",
                "\"capacity\":9 | \"capacity\":-9",
                "\"capacity\":9 | \"capacity\":1e13",
                "\"capacity\":9 | \"capacity\":[9]",
                "\"load\":0.25 | \"load\":1.1",
                "\"load\":0.25 | \"load\":-0.1",
                "\"probe_port\":443 | \"probe_port\":0",
                "\"probe_port\":443 | \"probe_port\":65536",
                "\"probe_port\":443 | \"probe_port\":44.3"
            })
    void anAdditionOutOfRange_isIgnored_andTheServerStays(String good, String bad) {
        var broken = Samples.SAO_PAULO.replace(good, bad);
        server.enqueue(Api.json(200, Samples.servers(broken)));

        var read = Api.ok(Api.client(server).servers()).servers().getFirst();

        assertThat(broken).isNotEqualTo(Samples.SAO_PAULO);
        assertThat(Stream.of(read.weight(), read.capacity(), read.load(), read.probePort())
                        .filter(Optional::isEmpty))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"port\":51820 | \"port\":0 | servers[0].port: 0",
                "\"port\":51820 | \"port\":65536 | servers[0].port: 65536",
                "\"port\":51820 | \"port\":\"51820\" | servers[0].port: a text",
                "\"port\":51820 | \"port\":51820.5 | servers[0].port: 51820.5",
                "\"port\":51820 | \"port\":99999999999 | servers[0].port: 99999999999",
                "\"port\":51820 | \"port\":null | servers[0].port: null",
                "\"port\":51820 | \"porn\":1 | servers[0].port: missing",
                "\"name\":\"London\" | \"name\":7 | servers[0].name: 7",
                "\"id\":\"eu-west-1\" | \"id\":\"../../etc\" | servers[0].id: not of [A-Za-z0-9._-]",
                "\"id\":\"eu-west-1\" | \"id\":\"\" | servers[0].id: an empty text",
                "\"tier\":\"basic\" | \"tier\":[] | servers[0].tier: an array",
                "\"latitude\":51.5074 | \"latitude\":91 | servers[0].latitude: 91",
                "\"latitude\":51.5074 | \"latitude\":1e999 | servers[0].latitude: 1e999",
                "\"longitude\":-0.1278 | \"longitude\":true | servers[0].longitude: true",
                "\"endpoint\":\"203.0.113.7\" | \"endpoint\":\"a b\" | servers[0].endpoint: not a host",
                "\"endpoint\":\"203.0.113.7\" | \"endpoint\":\"127.1\" | servers[0].endpoint: not a host",
                "\"endpoint\":\"203.0.113.7\" | \"endpoint\":\"127.0.0.1\" | servers[0].endpoint: a local address",
                "\"endpoint\":\"203.0.113.7\" | \"endpoint\":\"localhost\" | servers[0].endpoint: a local address",
                "\"endpoint\":\"203.0.113.7\" | \"endpoint\":\"[::ffff:127.0.0.1]\" | servers[0].endpoint: a local address"
            })
    void aBadEntry_isLeftOutAndNamed_unlessNoneIsLeft(String good, String bad, String found) {
        var broken = Samples.LONDON.replace(good, bad);
        server.enqueue(Api.json(200, Samples.servers(broken, Samples.SAO_PAULO)));
        server.enqueue(Api.json(200, Samples.servers(broken)));

        var list = Api.ok(Api.client(server).servers());

        assertThat(broken).isNotEqualTo(Samples.LONDON);
        assertThat(list.servers()).map(Server::id).containsExactly("sa-east-1");
        assertThat(list.skipped()).containsExactly(found);
        assertThat(Api.cause(Api.client(server).servers()))
                .isEqualTo(new ErrorCause.ApiMalformed("GET /api/servers", found));
    }

    @Test
    void anIdThatComesTwice_countsOnce() {
        server.enqueue(Api.json(200, Samples.servers(Samples.LONDON, Samples.LONDON, "7")));

        var list = Api.ok(Api.client(server).servers());

        assertThat(list.servers()).hasSize(1);
        assertThat(list.skipped()).containsExactly("servers[1].id: the same again", "servers[2]: 7");
    }

    @Test
    void aTierWithoutServers_isNoFailure() {
        server.enqueue(Api.json(200, Samples.servers()));

        assertThat(Api.ok(Api.client(server).servers()).servers()).isEmpty();
    }

    @Test
    void fiveHundredServers_areRead() {
        var many = IntStream.range(0, 500)
                .mapToObj(i -> Samples.LONDON.replace("eu-west-1", "eu-" + i))
                .collect(Collectors.joining(","));
        server.enqueue(Api.json(200, Samples.servers(many)));

        assertThat(Api.ok(Api.client(server).servers()).servers()).hasSize(500);
    }

    @Test
    void textsForPeople_areCleanedAndCut() {
        var nasty = "\\u001b[31mLon\\ndon\\u202e " + "x".repeat(500);
        server.enqueue(Api.json(200, Samples.servers(Samples.LONDON.replace("London", nasty))));

        assertThat(Api.ok(Api.client(server).servers()).servers().getFirst().name())
                .hasSize(64)
                .startsWith("[31mLon don x");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, 57})
    void anAddedFieldOutOfRange_isIgnored(double load) {
        server.enqueue(Api.json(200, Samples.servers(Samples.SAO_PAULO.replace("0.25", Double.toString(load)))));

        assertThat(Api.ok(Api.client(server).servers()).servers().getFirst().load())
                .isEmpty();
    }

    @Test
    void theKey_goesAlongWithCallsThatNeedIt() throws InterruptedException {
        server.enqueue(Api.json(200, Samples.servers(Samples.LONDON)));
        server.enqueue(Api.json(200, "{\"status\":\"healthy\",\"timestamp\":\"\"}"));
        server.enqueue(Api.json(200, "{\"address\":\"198.51.100.4\"}"));
        var client = Api.client(server);
        Api.ok(client.servers());
        Api.ok(client.health());
        Api.ok(client.whoami());

        var servers = server.takeRequest();
        assertThat(servers.getRequestLine()).isEqualTo("GET /api/servers HTTP/1.1");
        assertThat(servers.getHeaders().values("X-API-Key")).containsExactly(Api.KEY.reveal());
        assertThat(servers.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(servers.getHeaders().get("User-Agent")).isEqualTo("ginnel-test/1");
        for (var call : List.of("/api/health", "/api/whoami")) {
            var request = server.takeRequest();
            assertThat(request.getTarget()).isEqualTo(call);
            assertThat(request.getHeaders().toString()).doesNotContain(Api.KEY.reveal());
        }
    }

    @Test
    void aDevice_isRevokedByItsName() throws InterruptedException {
        server.enqueue(Api.json(200, "{\"success\":true,\"message\":\"Client c1 revoked successfully\"}"));

        assertThat(Api.ok(Api.client(server).revoke("c1"))).isEqualTo(new Revoked("Client c1 revoked successfully"));
        assertThat(server.takeRequest().getBody()).isNotNull().hasToString("[text={\"client_name\":\"c1\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T23:32:31.205842, 2026-11-20T23:32:31.205842Z",
        "2026-11-20T23:32:31Z, 2026-11-20T23:32:31Z",
        "2026-11-20T23:32:31+02:00, 2026-11-20T21:32:31Z",
        "yesterday,",
        "2026-13-41T99:99:99,",
        "'',"
    })
    void aTimestamp_isReadWithOrWithoutItsZone(String text, Instant time) {
        server.enqueue(Api.json(200, "{\"timestamp\":\"" + text + "\",\"status\":\"healthy\"}"));

        assertThat(Api.ok(Api.client(server).health())).isEqualTo(new Health("healthy", Optional.ofNullable(time)));
    }

    @Test
    void whoami_isAnAddressAndNothingElse() {
        server.enqueue(Api.json(200, "{\"address\":\"2001:db8::4\"}"));
        server.enqueue(Api.json(200, "{\"address\":\"evil.example\"}"));

        assertThat(Api.ok(Api.client(server).whoami()).getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:4");
        assertThat(Api.cause(Api.client(server).whoami()))
                .isEqualTo(new ErrorCause.ApiMalformed("GET /api/whoami", "address: not an address"));
    }

    @Test
    void callsBelowAPath_areFoundThere() throws InterruptedException {
        server.enqueue(Api.json(200, "{\"address\":\"198.51.100.4\"}"));
        var url = ApiUrl.parse("http://127.0.0.1:" + server.getPort() + "/vpn/api")
                .orElseThrow();

        Api.ok(new ApiClient(url, Api.KEY, Api.transport(Api.PATIENT)).whoami());

        assertThat(server.takeRequest().getTarget()).isEqualTo("/vpn/api/whoami");
    }
}
