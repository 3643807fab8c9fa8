// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // nanoTime may overflow
    private final FailedAttempts attempts = new FailedAttempts(now::get);

    private static InetAddress address(String text) {
        return IpLiteral.parse(text).orElseThrow();
    }

    private Optional<Duration> fail(String address, int times) {
        var last = Optional.<Duration>empty();
        for (int i = 0; i < times; i++) {
            last = attempts.count(address(address));
        }
        return last;
    }

    @Test
    void twentyFailures_areForgiven_andTheNextIsToldToWait() {
        assertThat(fail("192.0.2.1", 20)).isEmpty();
        assertThat(fail("192.0.2.1", 1)).contains(Duration.ofSeconds(3));
    }

    @Test
    void oneFailure_isForgivenAgainEveryThreeSeconds() {
        fail("192.0.2.1", 21);
        now.addAndGet(Duration.ofMillis(2001).toNanos());
        assertThat(fail("192.0.2.1", 1)).contains(Duration.ofSeconds(1));
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(fail("192.0.2.1", 1)).isEmpty();
        assertThat(fail("192.0.2.1", 1)).isPresent();
    }

    @Test
    void otherAddresses_payForNothing_butNeighboursInAn64Do() {
        fail("192.0.2.1", 30);
        assertThat(fail("192.0.2.2", 1)).isEmpty();
        fail("2001:db8:0:1::1", 30);
        assertThat(fail("2001:db8:0:1:ffff::2", 1)).isPresent();
        assertThat(fail("2001:db8:0:2::1", 1)).isEmpty();
    }

    @Test
    void aMillionAddresses_takeNoMoreMemoryThanSomeThousand() {
        for (int i = 0; i < 1_000_000; i++) {
            attempts.count(address("10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255)));
        }
        assertThat(attempts.size()).isEqualTo(8192);
    }
}
