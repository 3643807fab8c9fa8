// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.agreement.Offer;
import org.ginnel.http.ApiClient;
import org.ginnel.http.ApiResult;
import org.ginnel.http.ApiTransport;
import org.ginnel.http.Missing;
import org.ginnel.http.Timeouts;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desktop's own client and this server keep the wire contract with each other, on both surfaces.
class ClientContractTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path directory;

    private TestServer server;
    private ApiClient client;

    @BeforeEach
    void start() {
        serve(TestServer.settings(directory));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void serve(Settings settings) {
        server = TestServer.start(settings);
        client = client(key("alice", "pro"));
    }

    private ApiClient client(String key) {
        var transport = new ApiTransport(
                Timeouts.defaults(),
                List.of(),
                host -> List.of(InetAddress.getLoopbackAddress()),
                InstantSource.system(),
                "ginnel-test/1");
        return new ApiClient(
                new ApiUrl(false, "127.0.0.1", server.port(), ""),
                ApiKey.parse(key).orElseThrow(),
                transport);
    }

    @Test
    void bothLists_areTheSameServers_andTellHowTheyAreReached() {
        var more = new ArrayList<>(TestServer.settings(directory).fleet().gateways());
        var first = more.getFirst();
        var endpoints = List.of(endpoint("nyc.vpn.example.com:443"), endpoint("[2001:db8::9]:51820"));
        more.set(
                0,
                new Gateway(
                        first.server(),
                        first.publicKey(),
                        first.network(),
                        endpoints,
                        first.dns(),
                        first.agentToken()));
        server.close();
        serve(TestServer.settings(directory)
                .withFleet(new Fleet(more)
                        .withDevices(
                                TestServer.settings(directory).fleet().devices().orElseThrow())));

        var relays = ok(client.relays());
        var legacy = ok(client.servers());

        assertThat(relays.tier()).isEqualTo("pro");
        assertThat(relays.servers()).hasSize(15).isEqualTo(legacy.servers());
        assertThat(relays.skipped()).isEmpty();
        assertThat(relays.reaches())
                .containsOnlyKeys(relays.servers().stream().map(Server::id).toList());
        var reach = relays.reaches().getOrDefault("us-east-1", Reach.unknown());
        assertThat(reach.publicKey()).isEqualTo(first.publicKey());
        assertThat(reach.endpoints()).isEqualTo(endpoints);
        assertThat(reach.dns()).isEqualTo(first.dns());
        assertThat(reach.gateways())
                .containsExactly(InetAddress.ofLiteral("10.64.0.1"), InetAddress.ofLiteral("fddd:2c4:2c4:3::1"));
        assertThat(legacy.reaches().getOrDefault("us-east-1", Reach.unknown()).endpoints())
                .isEqualTo(endpoints);
    }

    @Test
    void aDevice_isMadeOnce_andFoundAgain() {
        var own = newKey();

        var made = ok(client.register(own, "laptop"));

        assertThat(made.publicKey()).isEqualTo(own);
        assertThat(made.addresses())
                .extracting(IpNetwork::toString)
                .containsExactly("10.64.0.2/32", "fddd:2c4:2c4:3::2/128");
        assertThat(ok(client.register(own, "laptop"))).isEqualTo(made);
        assertThat(ok(client.device(made.id()))).isEqualTo(made);
    }

    @Test
    void whatIsAgreed_isWhatTheServersAreTold() {
        var own = newKey();
        var made = ok(client.register(own, "laptop"));

        var agreed = ok(client.agree(made.id(), own)).presharedKey();

        assertThat(agreed).isEqualTo(onServers(own));
        assertThat(ok(client.device(made.id())).quantumSafe()).isTrue();
        assertThat(ok(client.agree(made.id(), own)).presharedKey())
                .isEqualTo(onServers(own))
                .isNotEqualTo(agreed);
    }

    @Test
    void rotation_givesTheNextKeyItsOwnAddressesAndItsOwnAgreement() {
        var own = newKey();
        var made = ok(client.register(own, "laptop"));
        var before = ok(client.agree(made.id(), own)).presharedKey();
        var next = newKey();

        var rotated = ok(client.rotate(made.id(), next, Duration.ofHours(1)));

        assertThat(rotated.id()).isEqualTo(made.id());
        assertThat(rotated.addresses()).doesNotContainAnyElementsOf(made.addresses());
        assertThat(rotated.quantumSafe()).isFalse();
        assertThat(ok(client.rotate(made.id(), next, Duration.ofHours(1)))).isEqualTo(rotated);
        assertThat(ok(client.agree(made.id(), next)).presharedKey()).isEqualTo(onServers(next));
        assertThat(onServers(own)).as("the old key goes on as it was").isEqualTo(before);
    }

    @Test
    void anAgreementForAKeyThatIsNotInUse_isNoKeyForUs() {
        var own = newKey();
        var made = ok(client.register(own, "laptop"));
        ok(client.rotate(made.id(), newKey(), Duration.ofHours(1)));

        assertThat(cause(client.agree(made.id(), own))).isInstanceOf(ErrorCause.ApiMalformed.class);
    }

    @Test
    void aDeviceThatIsGone_isMissing_andNothingElseIs() {
        var made = ok(client.register(newKey(), "laptop"));

        assertThat(ok(client.remove(made.id())).id()).isEqualTo(made.id());

        var causes = List.of(
                cause(client.device(made.id())),
                cause(client.rotate(made.id(), newKey(), Duration.ZERO)),
                cause(client.agree(made.id(), made.publicKey())),
                cause(client.remove(made.id())));
        assertThat(causes).allMatch(Missing::device);
        assertThat(cause(client("alice_pro_0000000000000000").device(made.id())))
                .isEqualTo(new ErrorCause.KeyRefused());
    }

    @Test
    void anotherOnesDevice_isMissing() {
        var made = ok(client.register(newKey(), "laptop"));

        var theirs = client(key("mallory", "pro"));

        assertThat(cause(theirs.device(made.id()))).matches(Missing::device);
        assertThat(cause(theirs.remove(made.id()))).matches(Missing::device);
        assertThat(ok(client.device(made.id()))).isEqualTo(made);
    }

    @Test
    void tooManyDevices_isAFact_notAMissingSurface() {
        for (var i = 0; i < 10; i++) {
            ok(client.register(newKey(), "device " + i));
        }

        assertThat(cause(client.register(newKey(), "one more")))
                .isInstanceOfSatisfying(ErrorCause.ApiFailed.class, cause -> {
                    assertThat(cause.status()).isEqualTo(409);
                    assertThat(cause.message()).startsWith("The account has as many devices as it may");
                })
                .matches(cause -> !Missing.devices(cause));
    }

    @Test
    void anOperatorWithoutANetworkForDevices_hasRelaysButNoDevices() {
        server.close();
        serve(TestServer.settings(directory)
                .withFleet(new Fleet(TestServer.settings(directory).fleet().gateways())));

        assertThat(ok(client.relays()).servers()).hasSize(15);
        assertThat(cause(client.register(newKey(), "laptop")))
                .matches(Missing::devices)
                .matches(cause -> !Missing.surface(cause));
    }

    @Test
    void theLegacySurface_isKeptBesides() {
        var own = PrivateKey.generate(RANDOM);

        var provision = ok(client.provision("us-east-1", own.publicKey(), "laptop"));

        assertThat(provision.configWith(own).local().privateKey()).contains(own);
        assertThat(ok(client.provision("us-east-1", own.publicKey(), "laptop")).clientName())
                .isEqualTo(provision.clientName());
        var second = ok(client.provision("us-east-1", newKey(), "laptop"));
        assertThat(second.config().local().addresses())
                .doesNotContainAnyElementsOf(provision.config().local().addresses());
        assertThat(ok(client.revoke(provision.clientName())).message()).contains("revoked");
    }

    /// An offer prints nothing, and neither does what carries it.
    @Test
    void nothingOfAnAgreement_isPrinted() {
        var own = newKey();
        var made = ok(client.register(own, "laptop"));
        var agreed = client.agree(made.id(), own);

        assertThat(agreed + " " + Offer.generate())
                .contains("redacted")
                .doesNotContain(onServers(own).base64());
    }

    /// What the agents of the servers are told for that key.
    private PresharedKey onServers(PublicKey device) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("test.db"));
                var query = connection.prepareStatement("SELECT preshared_key FROM device_key WHERE public_key = ?")) {
            query.setBytes(1, device.bytes());
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return PresharedKey.of(rows.getBytes(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey newKey() {
        return PrivateKey.generate(RANDOM).publicKey();
    }

    private static Endpoint endpoint(String text) {
        return Endpoint.parse(text).orElseThrow();
    }

    private static <T> T ok(ApiResult<T> result) {
        return switch (result) {
            case ApiResult.Ok<T>(var value) -> value;
            case ApiResult.Failed<T>(var cause) -> throw new AssertionError("failed: " + cause);
        };
    }

    private static ErrorCause cause(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Ok<?>(var value) -> throw new AssertionError("went well: " + value);
            case ApiResult.Failed<?>(var cause) -> cause;
        };
    }
}
