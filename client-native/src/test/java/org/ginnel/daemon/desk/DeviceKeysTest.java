// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.desk.TestDesk.ok;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ginnel.daemon.store.DeviceKey;
import org.ginnel.http.ApiResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Keys come and go step by step; a crash or a broken line between any two steps loses none and leaves none
/// behind.
@Timeout(60)
class DeviceKeysTest {
    @TempDir
    private Path directory;

    private FakeOperator operator;
    private TestDesk desk;

    @BeforeEach
    void start() throws IOException {
        operator = new FakeOperator();
        desk = new TestDesk(directory, operator);
        desk.logIn();
    }

    @AfterEach
    void stop() {
        operator.close();
    }

    /// Each call of a change, lost before it was heard or answered in vain.
    static Stream<Arguments> interruptions() {
        return IntStream.range(0, 2)
                .boxed()
                .flatMap(call -> Stream.of(Arguments.of(call, false), Arguments.of(call, true)));
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void theFirstKey_whereverItWasCutShort_isMadeOnce(int call, boolean answer)
            throws InterruptedException, IOException {
        operator.lose(call, answer);
        assertThat(desk.keys.inUse()).isInstanceOf(ApiResult.Failed.class);
        assertThat(desk.device().inUse()).isEmpty();
        var begun = desk.device().next().orElseThrow();

        desk.crash();
        var made = ok(desk.keys.inUse());

        assertThat(made.privateKey()).isEqualTo(begun.privateKey());
        assertThat(operator.keys()).containsOnlyKeys(made.publicKey().base64());
        assertKnown(made);
        desk.crash();
        assertThat(desk.inUse()).isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void aRotation_whereverItWasCutShort_leavesAKeyThatWorks_andIsGoneOnFrom(int call, boolean answer)
            throws InterruptedException, IOException {
        var before = ok(desk.keys.inUse());
        operator.lose(call, answer);

        assertThat(desk.keys.replaced(desk.inUse())).isInstanceOf(ApiResult.Failed.class);
        desk.crash();

        assertThat(ok(desk.keys.inUse())).as("the old key goes on").isEqualTo(before);
        assertKnown(before);
        var begun = desk.device().next().orElseThrow();
        var after = ok(desk.keys.replaced(desk.inUse()));
        assertThat(after.privateKey()).isEqualTo(begun.privateKey());
        assertKnown(after);
        assertKnown(before);
        assertThat(operator.keys()).hasSize(2);
        assertThat(desk.device().before().orElseThrow().publicKey())
                .isEqualTo(before.publicKey().base64());
        assertThat(desk.device().before().orElseThrow().until()).isEqualTo(desk.now.plus(Duration.ofHours(1)));
        assertThat(desk.device().next()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void aRotationOfADeviceThatIsGone_whereverItWasCutShort_makesItAnew(int call, boolean answer)
            throws InterruptedException, IOException {
        ok(desk.keys.inUse());
        operator.forgetDevice();
        // The first call is the rotation, which is refused.
        operator.lose(call + 1, answer);

        assertThat(desk.keys.replaced(desk.inUse())).isInstanceOf(ApiResult.Failed.class);
        desk.crash();

        assertKnown(ok(desk.keys.replaced(desk.inUse())));
        assertThat(operator.keys()).hasSize(1);
    }

    @Test
    void everyRotation_hasItsOwnKey_itsOwnAddress_itsOwnAgreement() throws InterruptedException {
        var all = new ArrayList<DeviceKey>();
        all.add(ok(desk.keys.inUse()));
        for (var i = 0; i < 5; i++) {
            all.add(ok(desk.keys.replaced(desk.inUse())));
        }

        assertThat(all).extracting(DeviceKey::privateKey).doesNotHaveDuplicates();
        assertThat(all).extracting(DeviceKey::addresses).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(DeviceKey::presharedKey)
                .doesNotHaveDuplicates()
                .doesNotContain(Optional.empty());
        assertThat(operator.keys()).as("the one in use and the one before").hasSize(2);
    }

    /// A device that went away between rotation and agreement does not hold up the next try.
    @Test
    void aDeviceForgottenBetweenTwoSteps_isMadeAnew() throws InterruptedException {
        ok(desk.keys.inUse());
        operator.instead(call -> {
            if (call.endsWith("/psk")) {
                operator.forgetDevice();
            }
            return Optional.empty();
        });
        assertThat(desk.keys.replaced(desk.inUse())).isInstanceOf(ApiResult.Failed.class);
        operator.whole();

        assertKnown(ok(desk.keys.replaced(desk.inUse())));
    }

    @Test
    void aKeyThatIsTaken_isGivenUpForAnother() throws InterruptedException {
        operator.instead(call -> call.equals("POST /api/v1/devices")
                ? Optional.of(FakeOperator.error(409, "public_key belongs to another device"))
                : Optional.empty());
        assertThat(desk.keys.inUse()).isInstanceOf(ApiResult.Failed.class);
        assertThat(desk.device().next()).isEmpty();
        operator.whole();

        assertKnown(ok(desk.keys.inUse()));
    }

    @Test
    void whoAsksAtTheSameTime_getsTheSameKey() throws InterruptedException {
        var results = new ConcurrentLinkedQueue<ApiResult<DeviceKey>>();
        var threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    try {
                        results.add(desk.keys.inUse());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(results).hasSize(8);
        assertThat(results.stream().map(TestDesk::ok).distinct()).hasSize(1);
        assertThat(operator.keys()).hasSize(1);
    }

    /// A tunnel that has just begun on the new key is not to lose it within the hour.
    @Test
    void whoWantsTheSameKeyReplacedAtTheSameTime_replacesItOnce() throws InterruptedException {
        var old = ok(desk.keys.inUse());
        var results = new ConcurrentLinkedQueue<ApiResult<DeviceKey>>();
        var threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    try {
                        results.add(desk.keys.replaced(old));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(results.stream().map(TestDesk::ok).distinct()).hasSize(1);
        assertThat(operator.keys()).hasSize(2);
        assertThat(ok(desk.keys.completed())).as("nothing was cut short").isEqualTo(desk.inUse());
        assertThat(operator.keys()).hasSize(2);
    }

    private void assertKnown(DeviceKey key) {
        var known = operator.keys().get(key.publicKey().base64());
        assertThat(known).isNotNull();
        assertThat(known.presharedKey()).isEqualTo(key.presharedKey()).isPresent();
        assertThat(key.addresses()).containsExactly(known.address() + "/32");
    }
}
