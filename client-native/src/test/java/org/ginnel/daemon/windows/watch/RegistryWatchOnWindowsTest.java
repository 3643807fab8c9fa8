// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ginnel.daemon.windows.dns.TestRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The registry tells of its changes.
class RegistryWatchOnWindowsTest {
    private static final String KEY = "SOFTWARE\\GinnelWatchTest";

    private final Semaphore told = new Semaphore(0);

    @BeforeEach
    void make() {
        TestRegistry.set(KEY, "value", 0);
    }

    @AfterEach
    void forget() {
        TestRegistry.delete(KEY);
    }

    @Test
    void whatIsSetBelow_isTold_againAndAgain() throws Exception {
        try (var _ = RegistryWatch.start(KEY, told::release)) {
            for (var i = 1; i <= 3; i++) {
                TestRegistry.set(KEY + "\\Below", "value", i);
                assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
                told.drainPermits();
            }
        }
    }

    @Test
    void close_endsIt_whateverHappensThen() throws Exception {
        RegistryWatch.start(KEY, told::release).close();
        TestRegistry.set(KEY, "value", 9);
        assertThat(told.availablePermits()).isZero();
    }

    @Test
    void aKeyThatIsNotThere_cannotBeWatched() {
        assertThatThrownBy(() -> RegistryWatch.start(KEY + "\\None", told::release))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("error 2");
    }
}
