// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.ginnel.agreement.Acceptance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The calls of `/api/v1/devices`, answered by servers that mean well and by others.
class DevicesCallsTest {
    private static final PublicKey KEY =
            PrivateKey.parse(Samples.OWN_KEY).orElseThrow().publicKey();
    private static final PublicKey OTHER = PublicKey.parse(Samples.PEER_KEY).orElseThrow();
    private static final String DEVICE = """
            {"id":"d-1","name":"laptop","public_key":"%s","ipv4":"10.64.0.2","ipv6":"fd64::2","quantum_safe":false,
             "created":"2026-11-21T12:00:00Z","applied":[],"pending":[{"server":"a","unmanaged":true}]}""".formatted(KEY);
    private static final Pattern ENCAPSULATION_KEY = Pattern.compile("\"encapsulation_key\":\"([^\"]+)\"");

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
    void register_sendsThePublicHalfOnly_andReadsTheAddressesOfTheKey() throws InterruptedException {
        server.enqueue(Api.json(201, DEVICE));

        var device = Api.ok(Api.client(server).register(KEY, "lap\ntop\u202e"));

        assertThat(device.id()).isEqualTo("d-1");
        assertThat(device.addresses()).containsExactly(network("10.64.0.2/32"), network("fd64::2/128"));
        assertThat(device.quantumSafe()).isFalse();
        var request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /api/v1/devices HTTP/1.1");
        assertThat(request.getHeaders().get("X-API-Key")).isEqualTo(Api.KEY.reveal());
        assertThat(body(request)).isEqualTo("{\"public_key\":\"" + KEY + "\",\"name\":\"lap top\"}");
    }

    @Test
    void whatTheOperatorSaysOfAKey_isRead_asFarAsItIsSomething() {
        server.enqueue(Api.json(
                201,
                DEVICE.replace(
                        "\"pending\":[",
                        "\"rotate_by\":\"2026-12-01T00:00:00Z\",\"rotation\":\"ended\",\"pending\":[{\"server\":\"b\"},7,"
                                + "{\"server\":\"../c\"},{\"server\":8},{\"server\":\"d\",\"gone_within_s\":9},")));
        server.enqueue(Api.json(
                201, DEVICE.replace("\"pending\":[", "\"rotate_by\":\"soon\",\"rotation\":7,\"pending\":{},\"x\":[")));

        var device = Api.ok(Api.client(server).register(KEY, "x"));
        var vague = Api.ok(Api.client(server).register(KEY, "x"));

        assertThat(device.pending()).containsExactlyInAnyOrder("b", "d");
        assertThat(device.rotateBy()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(device.ended()).isTrue();
        assertThat(vague.pending()).isEmpty();
        assertThat(vague.rotateBy()).isEmpty();
        assertThat(vague.ended()).isFalse();
    }

    @Test
    void aNameOfNothing_isNotSent() throws InterruptedException {
        server.enqueue(Api.json(201, DEVICE));

        Api.ok(Api.client(server).register(KEY, "\n"));

        assertThat(body(server.takeRequest())).contains("\"name\":\"Ginnel\"");
    }

    @Test
    void rotate_putsTheNextKey_withItsOverlap() throws InterruptedException {
        server.enqueue(Api.json(200, DEVICE));

        Api.ok(Api.client(server).rotate("d-1", KEY, Duration.ofMinutes(90)));

        var request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("PUT /api/v1/devices/d-1/public-key HTTP/1.1");
        assertThat(body(request)).isEqualTo("{\"public_key\":\"" + KEY + "\",\"overlap_s\":5400}");
    }

    @Test
    void remove_isDone_withAnAnswerAndWithout() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(204).build());
        server.enqueue(Api.json(202, "{\"id\":\"d-1\",\"applied\":[],\"pending\":[]}"));
        server.enqueue(Api.json(202, "{\"id\":\"d-2\"}"));

        assertThat(Api.ok(Api.client(server).remove("d-1"))).isEqualTo(new Removed("d-1"));
        assertThat(Api.ok(Api.client(server).remove("d-1"))).isEqualTo(new Removed("d-1"));
        assertThat(Api.cause(Api.client(server).remove("d-1")))
                .isEqualTo(new ErrorCause.ApiMalformed("DELETE /api/v1/devices/d-1", "id: not the one asked for"));
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE /api/v1/devices/d-1 HTTP/1.1");
    }

    @Test
    void agree_givesBothSidesTheSameKey_whichIsInNothingThatTravels() {
        var theirs = new AtomicReference<PresharedKey>();
        var sent = new AtomicReference<>("");
        answering(request -> {
            var body = body(request);
            sent.set(body);
            var acceptance = Acceptance.of(encapsulationKey(body), KEY).orElseThrow();
            theirs.set(acceptance.presharedKey());
            return agreed(acceptance.ciphertext());
        });

        var ours = Api.ok(Api.client(server).agree("d-1", KEY)).presharedKey();

        assertThat(ours).isEqualTo(theirs.get());
        assertThat(sent.get()).doesNotContain(ours.base64());
        var another = Api.ok(Api.client(server).agree("d-1", KEY)).presharedKey();
        assertThat(another).isEqualTo(theirs.get()).isNotEqualTo(ours);
    }

    /// Whoever answers for another key of the device gives nobody a key that fits.
    @Test
    void anAgreementForAnotherKey_isNone() {
        answering(request -> {
            var acceptance =
                    Acceptance.of(encapsulationKey(body(request)), OTHER).orElseThrow();
            return agreed(acceptance.ciphertext()).replace(KEY.base64(), OTHER.base64());
        });

        assertThat(Api.cause(Api.client(server).agree("d-1", KEY)))
                .isEqualTo(new ErrorCause.ApiMalformed(
                        "POST /api/v1/devices/d-1/psk", "public_key: not the one asked for"));
    }

    static Stream<String> ciphertexts() {
        return Stream.of("", "AAAA", "?".repeat(2092), "A".repeat(2088), "A".repeat(2096), "A".repeat(500_000));
    }

    @ParameterizedTest
    @MethodSource("ciphertexts")
    void aCiphertextThatIsNone_isMalformed(String text) {
        answering(_ -> agreed(new byte[3]).replace("AAAA", text));

        assertThat(Api.cause(Api.client(server).agree("d-1", KEY)))
                .isInstanceOfSatisfying(
                        ErrorCause.ApiMalformed.class,
                        cause -> assertThat(cause.found()).startsWith("ciphertext: "));
    }

    /// The handshake fails then, as nobody else has that key.
    @Test
    void aForgedCiphertext_givesAKeyThatNobodyHas() {
        var theirs = new AtomicReference<PresharedKey>();
        answering(request -> {
            var acceptance = Acceptance.of(encapsulationKey(body(request)), KEY).orElseThrow();
            theirs.set(acceptance.presharedKey());
            var forged = acceptance.ciphertext();
            forged[700] ^= 1;
            return agreed(forged);
        });

        assertThat(Api.ok(Api.client(server).agree("d-1", KEY)).presharedKey()).isNotEqualTo(theirs.get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"d-1\" | \"x\":1 | id: missing",
                "\"id\":\"d-1\" | \"id\":\"..\" | id: not of [A-Za-z0-9._-]",
                "\"id\":\"d-1\" | \"id\":\"a/b?c\" | id: not of [A-Za-z0-9._-]",
                "\"public_key\" | \"key\" | public_key: missing",
                "\"10.64.0.2\" | \"10.64.0.2/8\" | ipv4: no address of a device",
                "\"10.64.0.2\" | \"127.0.0.1\" | ipv4: no address of a device",
                "\"10.64.0.2\" | \"fd64::2\" | ipv4: no address of a device",
                "\"10.64.0.2\" | \"example\" | ipv4: no address of a device",
                "\"10.64.0.2\" | 7 | ipv4: 7",
                "\"fd64::2\" | \"fe80::2\" | ipv6: no address of a device",
                "\"fd64::2\" | \"10.64.0.3\" | ipv6: no address of a device",
                "\"quantum_safe\":false | \"quantum_safe\":\"no\" | quantum_safe: a text"
            })
    void aDeviceThatIsNotWhatItShouldBe_isMalformed(String good, String bad, String found) {
        server.enqueue(Api.json(201, DEVICE.replace(good, bad)));

        assertThat(Api.cause(Api.client(server).register(KEY, "laptop")))
                .isEqualTo(new ErrorCause.ApiMalformed("POST /api/v1/devices", found));
    }

    @Test
    void aDeviceOfAnotherKeyOrId_isMalformed() {
        server.enqueue(Api.json(201, DEVICE.replace(KEY.base64(), OTHER.base64())));
        server.enqueue(Api.json(200, DEVICE.replace("d-1", "d-2")));
        server.enqueue(Api.json(200, DEVICE.replace("d-1", "d-2")));

        assertThat(Api.cause(Api.client(server).register(KEY, "laptop")))
                .isEqualTo(new ErrorCause.ApiMalformed("POST /api/v1/devices", "public_key: not the one asked for"));
        assertThat(Api.cause(Api.client(server).device("d-1")))
                .isEqualTo(new ErrorCause.ApiMalformed("GET /api/v1/devices/d-1", "id: not the one asked for"));
        assertThat(Api.cause(Api.client(server).rotate("d-1", KEY, Duration.ZERO)))
                .isEqualTo(
                        new ErrorCause.ApiMalformed("PUT /api/v1/devices/d-1/public-key", "id: not the one asked for"));
    }

    /// What may be taken for "there is no such surface", and what may not.
    @ParameterizedTest
    @CsvSource({
        "404,text/html,true,true", "404,application/json,true,true", "405,text/html,true,true",
        "501,application/problem+json,false,true", "400,text/html,false,false", "401,application/json,false,false",
        "401,text/html,false,false", "403,application/json,false,false", "403,text/html,false,false",
        "429,application/json,false,false", "410,text/html,false,false", "500,text/html,false,false",
        "502,text/html,false,false", "503,application/json,false,false", "301,text/html,false,false",
        "200,text/html,false,false", "200,application/json,false,false"
    })
    void onlyAFewAnswers_meanThatThereIsNoSuchSurface(int status, String type, boolean surface, boolean devices) {
        server.enqueue(Api.answer(status, type, type.contains("html") ? "<html>" : "{}"));
        server.enqueue(Api.answer(status, type, type.contains("html") ? "<html>" : "{}"));

        assertThat(Missing.surface(Api.cause(Api.client(server).relays()))).isEqualTo(surface);
        assertThat(Missing.devices(Api.cause(Api.client(server).register(KEY, "laptop"))))
                .isEqualTo(devices);
    }

    @Test
    void nobodyThere_orTooSlow_orTooMuch_isNoMissingSurface() {
        var port = server.getPort();
        server.enqueue(Api.json(404, "x".repeat(ApiTransport.MAX_BYTES + 1)));
        var tooLarge = Api.cause(Api.client(server).relays());
        server.close();
        var nobody = Api.cause(Api.client(port, Api.BRISK).relays());

        assertThat(List.of(tooLarge, nobody)).noneMatch(Missing::surface).noneMatch(Missing::devices);
        assertThat(tooLarge).isEqualTo(new ErrorCause.ApiTooLarge("GET /api/v1/relays", ApiTransport.MAX_BYTES));
    }

    private void answering(Function<RecordedRequest, String> answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return Api.json(200, answer.apply(request));
            }
        });
    }

    private static String agreed(byte[] ciphertext) {
        return DEVICE.replace(
                "\"quantum_safe\":false",
                "\"quantum_safe\":true,\"ciphertext\":\"" + Base64.getEncoder().encodeToString(ciphertext) + "\"");
    }

    private static byte[] encapsulationKey(String body) {
        var found = ENCAPSULATION_KEY.matcher(body);
        assertThat(found.find()).isTrue();
        var key = Base64.getDecoder().decode(found.group(1));
        return Arrays.copyOf(key, key.length);
    }

    private static String body(RecordedRequest request) {
        return String.valueOf(request.getBody() == null ? "" : request.getBody().utf8());
    }

    private static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }
}
