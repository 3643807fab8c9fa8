// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.audit.Entry;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.audit.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditStoreTest {
    private static final Seal SEAL = new Seal("the operator's".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private Database database;
    private AuditStore audit;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("test.db"));
        audit = new AuditStore(database, SEAL, CLOCK);
        for (int i = 1; i <= 9; i++) {
            var number = Integer.toString(i);
            database.run(sql -> {
                Journal.write(sql, 1000, Actor.user("alice"), "device.registered", "device:" + number, "n", number);
                return true;
            });
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void record_asItWasWritten_isIntact() {
        assertThat(audit.verify())
                .isInstanceOf(Verification.Intact.class)
                .extracting("entries", "sealed")
                .containsExactly(9L, 0L);

        audit.seal();
        audit.seal();

        assertThat(audit.verify()).extracting("entries", "sealed").containsExactly(9L, 9L);
        var entries = new ArrayList<Entry>();
        entries.addAll(new RecordStore(database).page(0, 10_000));
        assertThat(entries).hasSize(9);
        assertThat(entries.get(4).detail()).isEqualTo("{\"n\":\"5\"}");
        assertThat(entries.get(4).actor()).isEqualTo("user:alice");
    }

    @Test
    void changeThatFails_leavesNoEntry() {
        try {
            database.run(sql -> {
                Journal.write(sql, 1000, Actor.SERVICE, "x", "y");
                throw new StoreException("no");
            });
        } catch (StoreException e) {
            assertThat(e).hasMessage("no");
        }
        assertThat(audit.verify()).extracting("entries").isEqualTo(9L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UPDATE audit SET detail = '{}' WHERE seq = 4                          | 4
                    UPDATE audit SET actor = 'user:bob' WHERE seq = 1                      | 1
                    UPDATE audit SET at = at + 1 WHERE seq = 9                             | 9
                    UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 2) WHERE seq = 6 | 6
                    DELETE FROM audit WHERE seq = 5                                        | 5
                    DELETE FROM audit WHERE seq = 1                                        | 1
                    DELETE FROM audit WHERE seq > 7                                        | 8
                    DELETE FROM audit                                                      | 1
                    UPDATE audit_checkpoint SET seal = x'00'                               | 9
                    """)
    void whatWasChangedAfterwards_isFoundAtItsFirstEntry(String statement, long seq) {
        audit.seal();
        database.run(sql -> sql.update(statement));

        assertThat(audit.verify())
                .isInstanceOf(Verification.Broken.class)
                .extracting("seq")
                .isEqualTo(seq);
    }

    @Test
    void chainMadeAnewWithoutTheSecret_isNotBelieved() {
        audit.seal();
        database.run(sql -> {
            sql.update("DELETE FROM audit");
            for (int i = 1; i <= 9; i++) {
                Journal.write(sql, 1000, Actor.user("mallory"), "device.registered", "device:" + i);
            }
            return true;
        });

        assertThat(audit.verify())
                .isEqualTo(new Verification.Broken(9, "its seal was not made with the operator's secret"));
    }
}
