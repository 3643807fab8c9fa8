// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.fleet.Webhook;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.EventStore;
import org.ginnel.provisioning.store.TokenStore;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real receiver, a real store, and a clock in the test's hand.
class HeraldTest {
    private static final String SECRET = "a secret of more than thirty-two characters";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private HttpServer receiver;
    private Database database;
    private EventStore events;
    private Webhook webhook;
    private Herald herald;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        receiver.start();
        webhook = new Webhook(
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/x"), SECRET, true);
        database = Database.open(directory.resolve("test.db"));
        events = new EventStore(database, () -> now);
        herald = newHerald();
    }

    private Herald newHerald() {
        return new Herald(webhook, events, () -> now, RandomGenerator.of("L64X128MixRandom"));
    }

    @AfterEach
    void stop() {
        herald.close();
        database.close();
        receiver.stop(0);
    }

    private AccessToken change() {
        var token = AccessToken.generate(new SecureRandom());
        new TokenStore(database, () -> now)
                .create(token, new Caller("alice", "pro"), Permission.ofUsers(), "x", Optional.empty());
        return token;
    }

    @Test
    void changes_areToldOnce_inOrder_signedAndWithoutSecrets() {
        var token = change();
        change();

        herald.work();
        herald.work();

        assertThat(received).extracting(Received::id).containsExactly("evt_1", "evt_2");
        var first = received.getFirst();
        assertThat(first.body())
                .contains(
                        "\"type\":\"token.created\"", "\"subject\":\"token:" + token.id() + "\"", "\"user\":\"alice\"")
                .doesNotContain(token.reveal().substring(16, 59));
        assertThat(first.timestamp()).isEqualTo(Long.toString(now.getEpochSecond()));
        assertThat(first.signature())
                .isEqualTo(Signature.of(SECRET, first.id(), now.getEpochSecond(), first.body()))
                .startsWith("v1,");
    }

    /// `printf msg_1.1.{} | openssl dgst -sha256 -hmac key -binary | base64`
    @Test
    void signature_isThatOfOpenssl() {
        assertThat(Signature.of("key", "msg_1", 1, "{}")).isEqualTo("v1,jKGHVBDuJf5ZbCMVrrutoMHDN1OlFFCE9iogVIO9MLQ=");
    }

    @Test
    void eventThatIsNotTaken_comesAgainLater_andTheNextWaits() {
        change();
        change();
        answer.set(500);
        herald.work();
        herald.work();
        assertThat(received).extracting(Received::id).containsExactly("evt_1");

        now = now.plusSeconds(3);
        answer.set(200);
        herald.work();

        assertThat(received).extracting(Received::id).containsExactly("evt_1", "evt_1", "evt_2");
        assertThat(events.deadLetters()).isEmpty();
    }

    @Test
    void eventThatIsNeverTaken_isGivenUp_andCanBeToldAgain() {
        change();
        change();
        answer.set(410);
        for (int i = 0; i < Retries.MOST; i++) {
            herald.work();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(events.deadLetters())
                .containsExactly(new EventStore.DeadLetter(webhook.url().toString(), 1, "it answered 410"));
        answer.set(200);
        received.clear();
        herald.work();
        assertThat(received).extracting(Received::id).containsExactly("evt_2");

        assertThat(events.replay(webhook.url().toString(), 1)).isTrue();
        herald.work();

        assertThat(received).extracting(Received::id).containsExactly("evt_2", "evt_1", "evt_2");
        assertThat(events.deadLetters()).isEmpty();
    }

    @Test
    void restart_goesOnWhereItWas() {
        change();
        herald.work();
        change();
        herald.close();

        herald = newHerald();
        herald.work();

        assertThat(received).extracting(Received::id).containsExactly("evt_1", "evt_2");
    }

    @Test
    void newAddress_isToldWhatHappensFromNowOn() {
        change();
        herald.work();
        webhook = new Webhook(URI.create(webhook.url() + "y"), SECRET, true);
        herald.close();
        herald = newHerald();

        change();
        herald.work();

        assertThat(received).extracting(Received::id).containsExactly("evt_1", "evt_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "2130706433", "[::ffff:127.0.0.1]"})
    void addressThatIsNotPublic_isNotConnectedTo(String host) {
        var local = new Webhook(
                URI.create("https://" + host + ":" + receiver.getAddress().getPort()), SECRET, false);
        var delivery = new Delivery(local, () -> now);
        change();

        var failure = delivery.attempt(events.next(webhook.url().toString()).orElseThrow());

        assertThat(failure).hasValueSatisfying(why -> assertThat(why).contains("not public"));
        delivery.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1"
            })
    void specialAddress_isOne(String address) {
        assertThat(PublicAddresses.isSpecial(IpLiteral.parse(address).orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"})
    void publicAddress_isNone(String address) {
        assertThat(PublicAddresses.isSpecial(IpLiteral.parse(address).orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com", "ftp://example.com", "https://u:p@example.com", "https:x", "/x"})
    void urlThatWouldLeakOrGoNowhere_isRefused(String url) {
        assertThatThrownBy(() -> new Webhook(URI.create(url), SECRET, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Received(String id, String timestamp, String signature, String body) {}
}
