// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.daemon.device.DevicePlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every [TunnelDevice] does.
@Timeout(30)
public abstract class TunnelDeviceContract {
    private final AtomicInteger losses = new AtomicInteger();

    /// The device under test, not started.
    protected abstract TunnelDevice device();

    /// A plan it can carry out.
    protected abstract DevicePlan plan();

    /// The device goes away by itself.
    protected abstract void lose();

    @AfterEach
    void stopDevice() {
        assertThat(device().stop()).isEmpty();
    }

    @Test
    void start_hasAStatus() {
        assertThat(device().status()).isEmpty();
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        assertThat(device().status()).hasValueSatisfying(status -> {
            assertThat(status.rxBytes()).isNotNegative();
            assertThat(status.txBytes()).isNotNegative();
        });
    }

    @Test
    void start_again_replacesTheFirstWithoutCallingItLost() {
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        assertThat(device().status()).isPresent();
        assertThat(losses).hasValue(0);
    }

    @Test
    void stop_removesItWithoutCallingItLost() {
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        assertThat(device().stop()).isEmpty();
        assertThat(device().status()).isEmpty();
        assertThat(losses).hasValue(0);
    }

    @Test
    void stop_withNothingToDo_isSuccess() {
        assertThat(device().stop()).isEmpty();
        assertThat(device().stop()).isEmpty();
    }

    @Test
    void begin_claimsNothing_andEndsWithStartOrStop() {
        for (var round = 0; round < 2; round++) {
            device().begin();
            device().begin();
            assertThat(device().passed()).isEmpty();
            assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
            device().begin();
            assertThat(device().status()).isPresent();
            assertThat(device().stop()).isEmpty();
            device().begin();
            assertThat(device().stop()).isEmpty();
            assertThat(device().status()).isEmpty();
            device().expect();
        }
        assertThat(losses).hasValue(0);
    }

    @Test
    void lost_isToldOnce() throws InterruptedException {
        var told = new CountDownLatch(1);
        assertThat(device().start(plan(), () -> {
                    losses.incrementAndGet();
                    told.countDown();
                }))
                .isEmpty();
        lose();
        assertThat(told.await(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(device().status()).isEmpty();
        assertThat(device().stop()).isEmpty();
        assertThat(losses).hasValue(1);
    }

    @Test
    void start_afterItWasLost_works() {
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        lose();
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        assertThat(device().status()).isPresent();
    }

    @Test
    void roam_keepsTheDevice_andWithoutOneIsRefused() {
        assertThat(device().roam()).isPresent();
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        assertThat(device().roam()).isEmpty();
        assertThat(device().status()).isPresent();
        assertThat(losses).hasValue(0);
    }

    @Test
    void retryHandshake_whileItRuns_isSuccess() {
        assertThat(device().start(plan(), losses::incrementAndGet)).isEmpty();
        assertThat(device().retryHandshake(plan())).isEmpty();
        assertThat(device().status()).isPresent();
    }
}
