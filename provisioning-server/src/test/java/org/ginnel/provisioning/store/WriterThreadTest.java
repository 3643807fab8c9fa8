// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterThreadTest {
    @TempDir
    private Path directory;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("test.db"));
        database.run(sql -> sql.update("CREATE TABLE t (x INTEGER PRIMARY KEY)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int rows() {
        return database.run(sql -> (int) sql.number("SELECT count(*) FROM t"));
    }

    /// Half of the work fails after it wrote; all of it waits behind one piece, so that it shares few commits.
    @Test
    void workThatFails_takesNothingOfItsNeighboursWithIt() throws InterruptedException, ExecutionException {
        var gate = new CountDownLatch(1);
        var calls = new ArrayList<Future<Integer>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> database.run(sql -> await(gate)));
            for (int i = 0; i < 200; i++) {
                var x = i;
                calls.add(pool.submit(() -> insert(x)));
            }
            gate.countDown();
            assertThat(first.get()).isTrue();
        }
        for (int i = 0; i < 200; i++) {
            assertThat(calls.get(i).get()).isEqualTo(i % 2 == 0 ? 1 : -1);
        }
        assertThat(rows()).isEqualTo(100);
    }

    private static boolean await(CountDownLatch gate) {
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int insert(int x) {
        try {
            return database.run(sql -> {
                var count = sql.update("INSERT INTO t VALUES (?)", x);
                if (x % 2 == 1) {
                    throw new StoreException("odd");
                }
                return count;
            });
        } catch (StoreException e) {
            assertThat(e).hasMessage("odd");
            return -1;
        }
    }

    @Test
    void workThatBreaksARule_failsAloneAndTheNextGoesOn() {
        database.run(sql -> sql.update("INSERT INTO t VALUES (1)"));

        assertThatThrownBy(() -> database.run(sql -> sql.update("INSERT INTO t VALUES (1)")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> database.run(sql -> sql.update("nonsense"))).isInstanceOf(StoreException.class);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void workBehindADiskThatIsStuck_isGivenUpAndNeverDone() throws SQLException {
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        try (var own = new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"));
                var writer = new WriterThread(own, new Sqlite(directory.resolve("own.db")), Duration.ofMillis(50));
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            own.execute("CREATE TABLE t (x INTEGER PRIMARY KEY)");
            var stuck = pool.submit(() -> writer.run(sql -> {
                begun.countDown();
                return await(gate);
            }));
            assertThat(await(begun)).isTrue();

            assertThatThrownBy(() -> writer.run(sql -> sql.update("INSERT INTO t VALUES (1)")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("did not answer");

            // who began it waits by a clock of its own: the gate opens when that one has given up as well
            assertThatThrownBy(stuck::get).hasCauseInstanceOf(StoreException.class);
            gate.countDown();
            int rows = writer.run(sql -> (int) sql.number("SELECT count(*) FROM t"));
            assertThat(rows).isZero();
        }
    }

    @Test
    void workAfterTheEnd_isRefusedAndNeverHangs() {
        database.close();

        assertThatThrownBy(() -> database.run(sql -> 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        openAnother();
    }

    private void openAnother() {
        database = Database.open(directory.resolve("other.db"));
    }
}
