// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    @TempDir
    private Path directory;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void database_isItsOwnersAndOpenOnce() throws IOException {
        var file = directory.resolve("test.db");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Stop that");
    }

    @Test
    void fileThatIsNoDatabase_isRefusedWithASentence() throws IOException {
        var file =
                Files.writeString(directory.resolve("text"), "not a database, but more than a hundred bytes".repeat(9));

        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SQLite");
        assertThatThrownBy(() -> Database.open(directory.resolve("no/such/dir/db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("--database");
    }

    @Test
    void databaseOfANewerVersion_isLeftAlone() {
        database.run(sql -> sql.update("PRAGMA user_version = 99"));

        database.close();

        assertThatThrownBy(() -> Database.open(directory.resolve("test.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version");
    }
}
