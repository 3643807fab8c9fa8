// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.devkit.Histories;
import org.ginnel.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    Path directory;

    @Test
    void whatIsWritten_isReadAgain_byItsOwnerOnly() throws IOException {
        var history = Histories.threeWeeks(Samples.NOON);
        new HistoryFile(directory).writeNewest(() -> history);

        assertThat(new HistoryFile(directory).read()).isEqualTo(history);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aCrashWhileWriting_leavesTheOldContent() throws IOException {
        var history = Histories.threeWeeks(Samples.NOON);
        new HistoryFile(directory).writeNewest(() -> history);
        Files.writeString(directory.resolve("history.json.new"), "{\"format\":1,\"hist");

        assertThat(new HistoryFile(directory).read()).isEqualTo(history);
    }

    @Test
    void whatCannotBeRead_isNotGuessedAt() throws IOException {
        for (var text : new String[] {"", "{", "[]", "{\"format\":9,\"history\":{}}", "{\"format\":1}"}) {
            Files.writeString(path(), text);
            assertThat(new HistoryFile(directory).read()).as(text).isEqualTo(History.off());
        }
        Files.write(path(), new byte[5 * 1024 * 1024]);
        assertThat(new HistoryFile(directory).read()).isEqualTo(History.off());
    }

    @Test
    void nothing_leavesNoFile_andNothingWanted_isRemembered() {
        var file = new HistoryFile(directory);
        file.writeNewest(() -> Histories.threeWeeks(Samples.NOON));
        file.writeNewest(History::empty);
        assertThat(directory).isEmptyDirectory();

        file.writeNewest(History::off);
        assertThat(new HistoryFile(directory).read()).isEqualTo(History.off());
    }

    private Path path() {
        return directory.resolve("history.json");
    }
}
