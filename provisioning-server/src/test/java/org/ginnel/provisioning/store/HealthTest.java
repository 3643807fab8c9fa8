// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    private final AtomicLong now = new AtomicLong();

    @Test
    void databaseThatTakesNothing_isNoticedWithinASecond_andAskedOnceASecond(@TempDir Path directory) {
        var database = Database.open(directory.resolve("test.db"));
        var commits = new AtomicLong();
        database.afterCommit(_ -> commits.incrementAndGet());
        var health = new Health(database, now::get);

        assertThat(health.isGood()).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(health.isGood()).isTrue();
        }
        assertThat(commits).hasValue(1);

        database.close();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(health.isGood()).isFalse();
    }
}
