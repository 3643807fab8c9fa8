// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.desk.TestDesk.ok;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.desk.KeyChore.What;
import org.ginnel.daemon.loop.VirtualLoop;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Connecting;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Pulse;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.store.DeviceKey;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.Outdated;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.Wanted;
import org.ginnel.http.ApiResult;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Reason;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigRenderer;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// When keys are replaced and peers given back: on time, at rest, and with no wake-up in between.
@Timeout(60)
class RotationTest {
    private static final State REST = new Disconnected(Optional.empty(), false);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path directory;

    private final VirtualLoop loop = new VirtualLoop();
    private FakeOperator operator;
    private TestDesk desk;
    private Rotation rotation;
    private State state = REST;
    private int moves;

    @BeforeEach
    void start() throws IOException {
        operator = new FakeOperator();
        desk = new TestDesk(directory, operator);
        rotation =
                new Rotation(loop, () -> desk.now, desk.keeper, () -> state, Runnable::run, this::run, () -> moves++);
    }

    @AfterEach
    void stop() {
        operator.close();
    }

    private ApiResult<?> run(What what) throws InterruptedException {
        return desk.chores.run(what);
    }

    private void consider() {
        rotation.consider();
        loop.drain();
    }

    private void pass(Duration time) {
        desk.now = desk.now.plus(time);
        loop.advance(time);
        loop.drain();
    }

    @Test
    void afterLogin_theKeyIsMadeAtOnce_soThatConnectingAsksNobody() throws InterruptedException {
        desk.logIn();
        consider();
        operator.forgetCalls();

        ok(desk.supply.config(desk.server("one")));

        assertThat(operator.calls()).isEmpty();
    }

    @Test
    void aKeyIsReplaced_whenItIsOld_withOneWakeUpADay() {
        desk.logIn();
        consider();
        var first = desk.inUse();
        operator.forgetCalls();
        assertThat(loop.waiting()).isEqualTo(1);

        pass(DAY.minusSeconds(1));
        assertThat(operator.calls()).isEmpty();
        assertThat(desk.inUse()).isEqualTo(first);
        pass(Duration.ofSeconds(1));

        assertThat(desk.inUse()).isNotEqualTo(first);
        assertThat(operator.calls()).hasSize(2);
        assertThat(loop.waiting()).isEqualTo(1);
    }

    @Test
    void anOperatorThatWantsKeysReplacedSooner_hasThemReplacedSooner_andTheTunnelMoved() {
        operator.policy("\"rotate_by\":\"" + desk.now.plus(Duration.ofHours(3)) + "\"");
        desk.logIn();
        consider();
        var first = desk.inUse();
        state = Samples.connectedTo(link(first));
        consider();

        pass(Duration.ofHours(3).minusSeconds(1));
        assertThat(moves).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(moves).isOne();

        state = new Disconnected(Optional.empty(), false);
        consider();
        assertThat(desk.inUse()).isNotEqualTo(first);
    }

    @Test
    void anOperatorThatWantsItAtOnce_getsIt_onceAnHour_andOneThatWantsItLaterThanTheUser_waitsInVain() {
        operator.policy("\"rotate_by\":\"2020-01-01T00:00:00Z\"");
        desk.logIn();
        consider();
        var first = desk.inUse();
        pass(Duration.ofMinutes(59));
        assertThat(desk.inUse()).isEqualTo(first);
        operator.policy("\"rotate_by\":\"2036-01-01T00:00:00Z\"");
        pass(Duration.ofMinutes(1));
        var second = desk.inUse();
        assertThat(second).isNotEqualTo(first);

        pass(DAY.minusSeconds(1));
        assertThat(desk.inUse()).isEqualTo(second);
        pass(Duration.ofSeconds(1));
        assertThat(desk.inUse()).isNotEqualTo(second);
    }

    @Test
    void aTunnelThatStands_isToBeMoved_whenItsKeyIsOld_andNotBefore() {
        desk.logIn();
        consider();
        state = Samples.connectedTo(link(desk.inUse()));
        consider();
        assertThat(loop.waiting()).isEqualTo(1);

        pass(DAY.minusSeconds(1));
        assertThat(moves).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(moves).isOne();
    }

    @Test
    void aCheckThatTheTunnelLives_isNoReasonToLook_andAnotherTunnelIs() {
        desk.logIn();
        consider();
        var link = link(desk.inUse());
        state = Samples.connectedTo(link);
        rotation.stateChanged();
        pass(DAY);
        assertThat(moves).isOne();

        desk.now = desk.now.plus(Rotation.FIRST_PAUSE);
        state = new Connected(link, Samples.NOON, Samples.PROOF, Pulse.QUIET, List.of(), Optional.of(Samples.PARIS));
        rotation.stateChanged();
        assertThat(moves).isOne();
        state = Samples.connectedTo(Samples.inTheSecondLane(link));
        rotation.stateChanged();
        assertThat(moves).isEqualTo(2);
    }

    @Test
    void aTunnelThatWasNotMoved_isToBeMovedAgain_moreAndMoreSeldom_andTheNextDayAtOnce() {
        desk.logIn();
        consider();
        state = Samples.connectedTo(link(desk.inUse()));
        consider();

        pass(DAY);
        pass(Rotation.FIRST_PAUSE.minusSeconds(1));
        assertThat(moves).isOne();
        pass(Duration.ofSeconds(1));
        assertThat(moves).isEqualTo(2);
        pass(Rotation.FIRST_PAUSE.multipliedBy(2).minusSeconds(1));
        assertThat(moves).isEqualTo(2);
        pass(Duration.ofSeconds(1));
        assertThat(moves).isEqualTo(3);

        state = REST;
        consider();
        state = Samples.connectedTo(link(desk.inUse()));
        consider();
        pass(DAY);
        assertThat(moves).isEqualTo(4);
    }

    @Test
    void theTime_isTheUsers() {
        desk.logIn();
        desk.keeper.change(saved -> saved.with(Settings.defaults().withKeysFor(Optional.of(Duration.ofHours(2)))));
        consider();
        var first = desk.inUse();

        pass(Duration.ofHours(2));

        assertThat(desk.inUse()).isNotEqualTo(first);
    }

    @Test
    void whileATunnelStandsOrIsToComeBack_nothingIsReplaced_andItIsDoneAtTheNextRest() {
        desk.logIn();
        consider();
        var first = desk.inUse();
        var link = link(first);
        for (var other : List.of(
                Samples.connectedTo(link),
                new Connecting(link, List.of(), Optional.empty(), false, 1, 0),
                new Paused(desk.now.plus(DAY), DAY, new Paused.ThenConnect(link)))) {
            state = other;
            consider();
            pass(DAY);
            consider();
            assertThat(desk.inUse()).as(other.toString()).isEqualTo(first);
        }
        assertThat(loop.waiting()).isZero();
        state = REST;
        desk.keeper.change(saved -> saved.wanting(Optional.of(wanted(link.config()))));
        consider();
        assertThat(desk.inUse()).as("a tunnel is to be resumed").isEqualTo(first);
        desk.keeper.change(saved -> saved.wanting(Optional.empty()));
        consider();

        assertThat(desk.inUse()).isNotEqualTo(first);
    }

    @Test
    void aFailure_isTriedAgain_moreAndMoreSeldom() {
        desk.logIn();
        operator.instead(_ -> Optional.of(FakeOperator.error(503, "no")));
        consider();
        operator.forgetCalls();

        pass(Rotation.FIRST_PAUSE.minusSeconds(1));
        consider();
        assertThat(operator.calls()).as("no sooner, whatever happens").isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(operator.calls()).hasSize(1);
        pass(Rotation.FIRST_PAUSE.multipliedBy(2).minusSeconds(1));
        assertThat(operator.calls()).hasSize(1);
        operator.whole();
        pass(Duration.ofSeconds(1));

        assertThat(desk.device().inUse()).isPresent();
        assertThat(Rotation.LONGEST_PAUSE).isGreaterThan(Rotation.FIRST_PAUSE);
    }

    @Test
    void aKeyThatTheUserWantsReplaced_isReplacedNow_alsoWhileAFailureWaits() {
        desk.logIn();
        consider();
        var first = desk.inUse();
        operator.instead(_ -> Optional.of(FakeOperator.error(503, "no")));
        pass(DAY);
        assertThat(desk.inUse()).isEqualTo(first);
        operator.whole();

        desk.keeper.change(Saved::withWornKeys);
        assertThat(desk.device().inUse().orElseThrow().knownMade()).isEmpty();
        rotation.hurry();
        loop.drain();

        assertThat(desk.inUse()).isNotEqualTo(first);
        assertThat(desk.device().inUse().orElseThrow().knownMade()).contains(desk.now);
    }

    @Test
    void aTunnelOnAKeyThatTheUserWantsReplaced_isToBeMovedNow() {
        desk.logIn();
        consider();
        state = Samples.connectedTo(link(desk.inUse()));
        consider();

        desk.keeper.change(Saved::withWornKeys);
        rotation.hurry();

        assertThat(moves).isOne();
    }

    @Test
    void aKeyFromATimeToCome_isReplacedNow() {
        desk.logIn();
        desk.now = desk.now.plus(Duration.ofDays(3000));
        consider();
        var first = desk.inUse();
        desk.now = desk.now.minus(Duration.ofDays(3000));

        consider();

        assertThat(desk.inUse()).isNotEqualTo(first);
    }

    @Test
    void legacy_aSecondPeerTakesThePlace_andTheFirstIsGivenBackAnHourLater() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        var first = ok(desk.supply.config(desk.server("one"))).config();
        desk.keeper.change(saved -> saved.wanting(Optional.of(wanted(first))).wanting(Optional.empty()));
        consider();

        pass(DAY);
        assertThat(operator.peers()).hasSize(2);
        var second = ok(desk.supply.config(desk.server("one")));
        assertThat(second.config()).isNotEqualTo(first);
        assertThat(second.remembered()).isTrue();
        pass(DeviceKeys.OVERLAP.minusSeconds(1));
        assertThat(operator.peers()).hasSize(2);
        pass(Duration.ofSeconds(1));

        assertThat(operator.peers().values()).containsExactly(publicKey(second.config()));
        assertThat(desk.login().outdated()).isEmpty();
    }

    @Test
    void legacy_whatNobodyUsedLately_isGivenBackOnly() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        ok(desk.supply.config(desk.server("one")));
        consider();

        pass(DAY);
        assertThat(desk.login().issued()).isEmpty();
        assertThat(operator.peers()).hasSize(1);
        pass(DeviceKeys.OVERLAP);

        assertThat(operator.peers()).isEmpty();
    }

    /// Each call of a rotation of the legacy surface, lost before it was heard or answered in vain, and a crash
    /// there.
    @Test
    void legacy_whereverItIsCutShort_noPeerIsLeftBehind() throws InterruptedException, IOException {
        for (var answer : List.of(true, false)) {
            operator.legacyOnly(404, "text/html");
            desk.logIn();
            var first = ok(desk.supply.config(desk.server("one"))).config();
            desk.keeper.change(
                    saved -> saved.wanting(Optional.of(wanted(first))).wanting(Optional.empty()));
            operator.lose(0, answer);
            desk.now = desk.now.plus(DAY);
            assertThat(run(new KeyChore.Reissue("one"))).isInstanceOf(ApiResult.Failed.class);

            desk.crash();
            ok(desk.chores.run(new KeyChore.Reissue("one")));
            var second = ok(desk.supply.config(desk.server("one"))).config();
            assertThat(operator.peers().values()).containsExactlyInAnyOrder(publicKey(first), publicKey(second));
            operator.lose(0, answer);
            var old = desk.login().outdated().getFirst();
            assertThat(run(new KeyChore.GiveBack(old))).isInstanceOf(ApiResult.Failed.class);
            desk.crash();
            assertThat(desk.login().outdated()).containsExactly(old);
            ok(desk.chores.run(new KeyChore.GiveBack(old)));

            assertThat(desk.login().outdated()).isEmpty();
            assertThat(operator.peers().values()).containsExactly(publicKey(second));
        }
    }

    @Test
    void aPeerThatATunnelRunsOn_isNotGivenBack_beforeThatIsGone() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        var first = ok(desk.supply.config(desk.server("one"))).config();
        ok(desk.supply.other(desk.server("one"), first));
        state = Samples.connectedTo(linkOf(first));
        consider();
        pass(DAY);
        assertThat(operator.peers()).as("the tunnel runs on it").hasSize(2);

        state = Samples.connectedTo(
                linkOf(ok(desk.supply.config(desk.server("one"))).config()));
        consider();

        assertThat(operator.peers().values()).doesNotContain(publicKey(first)).hasSize(1);
    }

    @Test
    void aPeerThatCannotBeGivenBack_isForgottenAfterAWeek() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        desk.keeper.change(saved -> saved.with(saved.login()
                .map(login -> login.with("x", new Login.Issued("cut-to-15-chars", ""), desk.now)
                        .withoutIssued(List.of("x"), desk.now))));
        operator.instead(call -> call.equals("POST /api/revoke")
                ? Optional.of(FakeOperator.error(500, "Failed to revoke client"))
                : Optional.empty());
        consider();

        pass(Leases.LONGEST_TRY.minus(DAY));
        assertThat(desk.login().outdated()).extracting(Outdated::clientName).containsExactly("cut-to-15-chars");
        pass(DAY.plus(Rotation.LONGEST_PAUSE));

        assertThat(desk.login().outdated()).isEmpty();
    }

    @Test
    void whenAnOperatorLearntV1_configsOfSingleServersAreGivenBack() throws InterruptedException {
        operator.legacyOnly(404, "text/html");
        desk.logIn();
        ok(desk.supply.config(desk.server("one")));
        ok(desk.supply.config(desk.server("two")));
        operator.whole();
        desk.now = desk.now.plus(DAY);
        ok(desk.accounts.refresh());
        consider();

        assertThat(desk.device().inUse()).isPresent();
        assertThat(desk.login().issued()).isEmpty();
        assertThat(operator.peers()).hasSize(2);
        pass(DeviceKeys.OVERLAP);

        assertThat(operator.peers()).isEmpty();
    }

    @Test
    void loggedOut_nothingWakesUp() {
        consider();

        assertThat(loop.waiting()).isZero();
        assertThat(operator.calls()).isEmpty();
    }

    @Test
    void closed_nothingIsBegun() {
        desk.logIn();
        operator.forgetCalls();

        rotation.close();
        consider();

        assertThat(operator.calls()).isEmpty();
        assertThat(loop.waiting()).isZero();
    }

    private Link link(DeviceKey key) {
        return linkOf(Samples.LONDON
                .config()
                .withPrivateKey(PrivateKey.parse(key.privateKey()).orElseThrow()));
    }

    private static Link linkOf(Config config) {
        var like = Samples.LONDON;
        return new Link(
                like.server(),
                config,
                like.endpoint(),
                like.reason(),
                like.roundTrip(),
                List.of(),
                true,
                like.lane(),
                List.of(),
                List.of());
    }

    private Wanted wanted(Config config) {
        return new Wanted(
                desk.server("one"), ConfigRenderer.render(config), "203.0.113.9:51820", new Reason.ChosenByUser());
    }

    private static String publicKey(Config config) {
        return config.local().privateKey().orElseThrow().publicKey().base64();
    }
}
