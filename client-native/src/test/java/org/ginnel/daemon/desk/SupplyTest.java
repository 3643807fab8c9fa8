// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.desk.TestDesk.cause;
import static org.ginnel.daemon.desk.TestDesk.ok;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.ginnel.account.Surface;
import org.ginnel.http.ApiResult;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// Where configs come from: which surface is asked, what is asked of it, and what is not.
@Timeout(60)
class SupplyTest {
    @TempDir
    private Path directory;

    private FakeOperator operator;
    private TestDesk desk;

    @BeforeEach
    void start() throws IOException {
        operator = new FakeOperator();
        desk = new TestDesk(directory, operator);
    }

    @AfterEach
    void stop() {
        operator.close();
    }

    @Test
    void whereThereIsV1_oneKeyAndOneAgreementServeEveryServer_withNoFurtherCall() throws InterruptedException {
        desk.logIn();
        operator.forgetCalls();

        var first = ok(desk.supply.config(desk.server("one")));
        var id = desk.device().id().orElseThrow();
        assertThat(operator.calls()).containsExactly("POST /api/v1/devices", "POST /api/v1/devices/" + id + "/psk");
        operator.forgetCalls();
        var second = ok(desk.supply.config(desk.server("two")));

        assertThat(operator.calls()).isEmpty();
        assertThat(second.config().local()).isEqualTo(first.config().local());
        assertThat(second.remembered()).isTrue();
        var enrolled = operator.keys().get(publicKey(first.config()));
        assertThat(enrolled).isNotNull();
        assertThat(first.config().peers().getFirst().presharedKey())
                .isEqualTo(enrolled.presharedKey().flatMap(PresharedKey::parse))
                .isPresent();
        assertThat(first.config().local().addresses())
                .containsExactly(IpNetwork.parse(enrolled.address()).orElseThrow());
        assertThat(first.config().local().dns()).containsExactly(InetAddress.ofLiteral("10.64.0.1"));
        assertThat(Supply.gatewaysIn(first.config(), first.reach()))
                .containsExactly(InetAddress.ofLiteral("10.64.0.1"));
        assertThat(KeyFacts.of(desk.keeper.saved(), first.config()))
                .contains(new TunnelKey(true, Optional.of(desk.now)));
    }

    @Test
    void whatIsAtHand_isEveryServer_onceThereIsAKey_andNeverAskedFor() throws InterruptedException {
        desk.logIn();
        operator.forgetCalls();
        assertThat(desk.supply.atHand(desk.server("two"))).isEmpty();
        assertThat(operator.calls()).isEmpty();
        var first = ok(desk.supply.config(desk.server("one"))).config();
        operator.forgetCalls();

        var two = desk.supply.atHand(desk.server("two")).orElseThrow();

        assertThat(two.config().local()).isEqualTo(first.local());
        assertThat(two.reach().endpoints()).hasSize(2);
        assertThat(operator.calls()).isEmpty();
    }

    @Test
    void aServerThatIsBehind_isNotTried_butAskedFor_untilItHasTheKey() throws InterruptedException {
        desk.logIn();
        operator.behind("two");
        var first = ok(desk.supply.config(desk.server("one"))).config();

        assertThat(cause(desk.supply.config(desk.server("two")))).isEqualTo(new ErrorCause.KeyPending("two"));
        assertThat(desk.supply.atHand(desk.server("two"))).isEmpty();
        assertThat(desk.supply.expecting(desk.login().servers())).containsExactly(desk.server("one"));

        operator.behind();
        operator.forgetCalls();
        var second = ok(desk.supply.config(desk.server("two")));
        assertThat(second.config().local()).isEqualTo(first.local());
        assertThat(operator.calls())
                .containsExactly("PUT /api/v1/devices/" + desk.device().id().orElseThrow() + "/public-key");
        assertThat(desk.supply.atHand(desk.server("two"))).isPresent();
        assertThat(desk.supply.expecting(desk.login().servers())).hasSize(2);
    }

    @Test
    void whatIsBehind_survivesACrash_andIsTriedWhenNothingElseIsLeft() throws InterruptedException, IOException {
        desk.logIn();
        operator.behind("one", "two");
        ok(desk.keys.inUse());
        desk.crash();

        assertThat(desk.inUse().pending()).containsExactly("one", "two");
        assertThat(desk.supply.expecting(desk.login().servers())).hasSize(2);
        assertThat(cause(desk.supply.config(desk.server("one")))).isEqualTo(new ErrorCause.KeyPending("one"));
    }

    @Test
    void aServerThatWasBehind_isTried_whenTheOperatorCannotBeAsked() throws InterruptedException {
        desk.logIn();
        operator.behind("two");
        ok(desk.keys.inUse());
        operator.instead(call -> call.startsWith("PUT ") ? Optional.of(FakeOperator.error(503, "")) : Optional.empty());

        assertThat(ok(desk.supply.config(desk.server("two"))).config().local().privateKey())
                .map(PrivateKey::base64)
                .contains(desk.inUse().privateKey());
    }

    @Test
    void aKeyThatTheOperatorHasEnded_isReplaced_whenItDoesNotWork() throws InterruptedException {
        desk.logIn();
        var first = ok(desk.supply.config(desk.server("one"))).config();
        assertThat(ok(desk.supply.anew(desk.server("one"))).config()).isEqualTo(first);

        operator.policy("\"rotation\":\"ended\"");

        assertThat(ok(desk.supply.anew(desk.server("one"))).config().local().privateKey())
                .isNotEqualTo(first.local().privateKey());
    }

    @Test
    void nothingSecret_isSentOrLogged() throws InterruptedException {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        root.addAppender(heard);
        root.setLevel(Level.TRACE);
        try {
            desk.logIn();
            var config = ok(desk.supply.config(desk.server("one"))).config();
            ok(desk.keys.replaced(desk.inUse()));
            var next = desk.inUse();

            var all = operator.sent()
                    + heard.list.stream()
                            .map(ILoggingEvent::getFormattedMessage)
                            .toList()
                    + desk.keeper.saved()
                    + desk.device()
                    + config
                    + next;
            assertThat(all)
                    .doesNotContain(
                            config.local().privateKey().map(PrivateKey::base64).orElseThrow(),
                            config.peers()
                                    .getFirst()
                                    .presharedKey()
                                    .map(PresharedKey::base64)
                                    .orElseThrow(),
                            next.privateKey(),
                            next.presharedKey().orElseThrow());
            assertThat(operator.sent()).contains(publicKey(config));
        } finally {
            root.setLevel(before);
            root.detachAppender(heard);
        }
    }

    @ParameterizedTest
    @CsvSource({"404,text/html", "404,application/json", "405,text/html"})
    void whereThereIsNoV1_theLegacySurfaceIsAsked_andV1NeverAgain(int status, String type) throws InterruptedException {
        operator.legacyOnly(status, type);
        desk.logIn();
        operator.forgetCalls();

        var found = ok(desk.supply.config(desk.server("one")));
        ok(desk.supply.config(desk.server("two")));
        ok(desk.supply.anew(desk.server("one")));
        ok(desk.accounts.refresh());

        assertThat(operator.surfaces()).containsExactly("legacy");
        assertThat(desk.login().surface()).isEqualTo(Surface.LEGACY);
        assertThat(KeyFacts.of(desk.keeper.saved(), found.config()))
                .contains(new TunnelKey(false, Optional.of(desk.now)));
    }

    @Test
    void anOperatorWithRelaysButNoDevices_isOneOfTheLegacySurface() throws InterruptedException {
        operator.instead(call -> call.equals("POST /api/v1/devices")
                ? Optional.of(FakeOperator.error(501, "no network for devices"))
                : Optional.empty());
        desk.logIn();

        ok(desk.supply.config(desk.server("one")));
        operator.forgetCalls();
        ok(desk.supply.config(desk.server("two")));

        assertThat(desk.login().surface()).isEqualTo(Surface.LEGACY);
        assertThat(operator.calls()).containsExactly("POST /api/provision");
    }

    /// Only "there is no such thing" means that: whatever else goes wrong, the weaker surface is not asked for
    /// a key.
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 408, 410, 429, 500, 502, 503, 200, 301})
    void whateverElseGoesWrong_isTold_andNoConfigOfTheLegacySurfaceIsAskedFor(int status) throws InterruptedException {
        for (var type : List.of("text/html", "application/json")) {
            operator.instead(call -> call.contains("/api/v1/")
                    ? Optional.of(FakeOperator.response(status, type, "<html>"))
                    : Optional.empty());
            desk.logIn();

            assertThat(desk.supply.config(desk.server("one"))).isInstanceOf(ApiResult.Failed.class);
            assertThat(desk.login().surface()).isEqualTo(Surface.UNKNOWN);
        }
        assertThat(operator.calls()).doesNotContain("POST /api/provision");
    }

    @Test
    void whenTheLineBreaks_noConfigOfTheLegacySurfaceIsAskedFor() throws InterruptedException {
        operator.instead(call -> call.contains("/api/v1/")
                ? Optional.of(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build())
                : Optional.empty());
        desk.logIn();

        assertThat(cause(desk.supply.config(desk.server("one")))).isInstanceOf(ErrorCause.ApiMalformed.class);
        assertThat(operator.calls()).doesNotContain("POST /api/provision");
        operator.whole();
        ok(desk.supply.config(desk.server("one")));
        assertThat(desk.login().surface()).isEqualTo(Surface.V1);
    }

    /// Whoever can make an API say 404 makes nobody give up what the operator once agreed to.
    @ParameterizedTest
    @CsvSource({"404,text/html", "404,application/json", "405,application/json", "501,application/json"})
    void onceThereIsADevice_a404LeadsNobodyBack(int status, String type) throws InterruptedException {
        desk.logIn();
        var before = ok(desk.supply.config(desk.server("one"))).config();
        operator.legacyOnly(status, type);
        operator.forgetCalls();

        assertThat(ok(desk.supply.config(desk.server("one"))).config()).isEqualTo(before);
        assertThat(desk.supply.anew(desk.server("one"))).isInstanceOf(ApiResult.Failed.class);
        assertThat(desk.keys.replaced(desk.inUse())).isInstanceOf(ApiResult.Failed.class);
        assertThat(desk.supply.other(desk.server("one"), before)).isInstanceOf(ApiResult.Failed.class);
        assertThat(desk.accounts.refresh()).isInstanceOf(ApiResult.Failed.class);

        assertThat(operator.surfaces()).containsExactly("v1");
        assertThat(desk.login().surface()).isEqualTo(Surface.V1);
        assertThat(ok(desk.supply.config(desk.server("one"))).config()).isEqualTo(before);
    }

    /// Somebody who asked before there was a device hears the answer after.
    @Test
    void onceThereIsADevice_anAnswerThatComesLateLeadsNobodyBack() throws InterruptedException {
        desk.logIn();
        ok(desk.supply.config(desk.server("one")));
        for (var late : Surface.values()) {
            desk.keeper.change(saved -> saved.with(saved.login().map(login -> login.with(late))));

            assertThat(desk.login().surface()).as(late.name()).isEqualTo(Surface.V1);
        }
    }

    @Test
    void loggingInAgain_findsOutAnew() throws InterruptedException {
        desk.logIn();
        ok(desk.supply.config(desk.server("one")));
        operator.legacyOnly(404, "text/html");

        desk.logIn();

        assertThat(desk.login().surface()).isEqualTo(Surface.LEGACY);
        assertThat(desk.device().isKnown()).isFalse();
        ok(desk.supply.config(desk.server("one")));
        assertThat(operator.peers()).hasSize(1);
    }

    @Test
    void loggingInAgain_keepsTheDevice() throws InterruptedException {
        desk.logIn();
        var before = ok(desk.supply.config(desk.server("one"))).config();

        desk.logIn();

        assertThat(ok(desk.supply.config(desk.server("one"))).config()).isEqualTo(before);
    }

    @Test
    void anOperatorThatLearntV1_isFoundOut_aDayLater() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        operator.whole();
        ok(desk.accounts.refresh());
        assertThat(desk.login().surface()).isEqualTo(Surface.LEGACY);

        desk.now = desk.now.plus(Duration.ofDays(1));
        ok(desk.accounts.refresh());

        assertThat(desk.login().surface()).isEqualTo(Surface.V1);
        var config = ok(desk.supply.config(desk.server("one"))).config();
        assertThat(KeyFacts.of(desk.keeper.saved(), config).map(TunnelKey::postQuantum))
                .contains(true);
    }

    @Test
    void aKeptConfig_isUsedWithNoCall_thoughNobodyKnowsTheSurfaceYet() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        var kept = ok(desk.supply.config(desk.server("one"))).config();
        desk.keeper.change(saved -> saved.with(saved.login().map(login -> login.with(Surface.UNKNOWN))));
        operator.forgetCalls();

        assertThat(ok(desk.supply.config(desk.server("one"))).config()).isEqualTo(kept);
        assertThat(operator.calls()).isEmpty();
    }

    @Test
    void aDeviceThatTheOperatorForgot_isMadeAnew_whenItsConfigDoesNotWork() throws InterruptedException {
        desk.logIn();
        var before = ok(desk.supply.config(desk.server("one"))).config();
        operator.forgetDevice();

        var after = ok(desk.supply.anew(desk.server("one"))).config();

        assertThat(publicKey(after)).isNotEqualTo(publicKey(before));
        assertThat(operator.keys()).containsOnlyKeys(publicKey(after));
        assertAgreed(after);
    }

    @Test
    void aDeviceThatTheOperatorHasOtherwise_getsAnotherKey() throws InterruptedException {
        desk.logIn();
        ok(desk.supply.config(desk.server("one")));
        operator.restoreWithAnotherKey("AnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnA=");

        assertAgreed(ok(desk.supply.anew(desk.server("one"))).config());
    }

    @Test
    void aDeviceThatIsAsItWas_keepsItsKey_andTheListIsReadAgain() throws InterruptedException {
        desk.logIn();
        var before = ok(desk.supply.config(desk.server("one"))).config();
        operator.forgetCalls();

        var after = ok(desk.supply.anew(desk.server("one")));

        assertThat(after.config()).isEqualTo(before);
        assertThat(after.remembered()).isFalse();
        assertThat(operator.calls())
                .containsExactly("GET /api/v1/devices/" + desk.device().id().orElseThrow(), "GET /api/v1/relays");
    }

    @Test
    void anotherKey_isMadeOnce_howeverOftenItIsAskedForTheSameTunnel() throws InterruptedException {
        desk.logIn();
        var before = ok(desk.supply.config(desk.server("one"))).config();
        desk.now = desk.now.plus(Duration.ofHours(25));
        assertThat(KeyFacts.isOld(desk.keeper.saved(), before, desk.now)).isTrue();

        var other = ok(desk.supply.other(desk.server("one"), before)).config();
        var again = ok(desk.supply.other(desk.server("one"), before)).config();

        assertThat(other).isNotEqualTo(before).isEqualTo(again);
        assertThat(other.local().addresses()).isNotEqualTo(before.local().addresses());
        assertThat(operator.keys()).containsOnlyKeys(publicKey(before), publicKey(other));
        assertThat(KeyFacts.isOld(desk.keeper.saved(), other, desk.now)).isFalse();
        assertThat(KeyFacts.isOld(desk.keeper.saved(), before, desk.now)).isTrue();
        assertThat(KeyFacts.of(desk.keeper.saved(), before).map(TunnelKey::postQuantum))
                .contains(true);
    }

    @Test
    void anotherKeyOfTheLegacySurface_isASecondPeer_andTheFirstIsGivenBackLater() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        var before = ok(desk.supply.config(desk.server("one"))).config();
        desk.now = desk.now.plus(Duration.ofHours(25));

        var other = ok(desk.supply.other(desk.server("one"), before)).config();
        var again = ok(desk.supply.other(desk.server("one"), before)).config();

        assertThat(other).isNotEqualTo(before).isEqualTo(again);
        assertThat(operator.peers().values()).containsExactlyInAnyOrder(publicKey(before), publicKey(other));
        assertThat(KeyFacts.isOld(desk.keeper.saved(), before, desk.now)).isTrue();
        assertThat(KeyFacts.isOld(desk.keeper.saved(), other, desk.now)).isFalse();
        ok(desk.leases.giveBack(desk.login().outdated().getFirst()));
        assertThat(operator.peers().values()).containsExactly(publicKey(other));
        assertThat(desk.login().outdated()).isEmpty();
    }

    @Test
    void aServerWithoutAKey_isAskedForOnceMore_andThenTold() throws InterruptedException {
        operator.instead(call -> call.equals("GET /api/v1/relays")
                ? Optional.of(FakeOperator.json(
                        200,
                        "{\"tier\":\"pro\",\"relays\":[{\"id\":\"one\",\"name\":\"x\",\"endpoint\":\"203.0.113.1\","
                                + "\"port\":1,\"region\":\"\",\"country\":\"\",\"tier\":\"\",\"latitude\":0,"
                                + "\"longitude\":0}]}"))
                : Optional.empty());
        desk.logIn();

        assertThat(cause(desk.supply.config(desk.server("one"))))
                .isEqualTo(new ErrorCause.ApiMalformed("GET /api/v1/relays", "one.public_key: missing"));
        operator.whole();
        assertAgreed(ok(desk.supply.config(desk.server("one"))).config());
    }

    private void assertAgreed(Config config) {
        var enrolled = operator.keys().get(publicKey(config));
        assertThat(enrolled).isNotNull();
        assertThat(config.peers().getFirst().presharedKey())
                .isPresent()
                .isEqualTo(enrolled.presharedKey().flatMap(PresharedKey::parse));
    }

    private static String publicKey(Config config) {
        return config.local().privateKey().orElseThrow().publicKey().base64();
    }
}
