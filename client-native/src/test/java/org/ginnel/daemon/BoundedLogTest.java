// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {
    private static final String LINE = "x".repeat(1023);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("ginneld.log");
    }

    private PrintStream open() throws IOException {
        return new PrintStream(BoundedLog.open(file()), true, UTF_8);
    }

    /// Else a service that is started again and again would lose why.
    @Test
    void anotherRun_goesOnWhereTheLastOneEnded() throws IOException {
        for (var run = 0; run < 3; run++) {
            try (var log = open()) {
                log.print("run " + run + "\n");
            }
        }
        assertThat(Files.readString(file())).isEqualTo("run 0\nrun 1\nrun 2\n");
        assertThat(BoundedLog.old(file())).doesNotExist();
    }

    @Test
    void neverMoreThanTwiceAMegabyte_andNoLineIsLostOrCut() throws IOException {
        try (var log = open()) {
            for (var i = 0; i < 5000; i++) {
                log.print(i + LINE + "\n");
            }
        }
        assertThat(Files.size(file())).isLessThan(BoundedLog.FULL + 2048);
        assertThat(Files.size(BoundedLog.old(file()))).isLessThan(BoundedLog.FULL + 2048);
        var lines = Files.readAllLines(BoundedLog.old(file()));
        lines.addAll(Files.readAllLines(file()));
        assertThat(lines).last().isEqualTo("4999" + LINE);
        var first = 5000 - lines.size();
        assertThat(first).isBetween(1, 4000);
        for (var i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).isEqualTo(first + i + LINE);
        }
    }

    @Test
    void aLineThatIsWrittenInPieces_staysTogether() throws IOException {
        Files.writeString(file(), "y".repeat((int) BoundedLog.FULL - 2) + "\n");
        try (var log = open()) {
            log.print("one ");
            log.print("line\n");
            log.print("the next\n");
        }
        assertThat(Files.readString(BoundedLog.old(file()))).endsWith("y\none line\n");
        assertThat(Files.readString(file())).isEqualTo("the next\n");
    }

    @Test
    void oneThatCannotBePutAside_goesOn_andSaysSo() throws IOException {
        Files.createDirectories(BoundedLog.old(file()).resolve("in the way"));
        Files.writeString(file(), "y".repeat((int) BoundedLog.FULL));
        try (var log = open()) {
            log.print("now\n");
        }
        assertThat(Files.readString(file()).substring((int) BoundedLog.FULL))
                .startsWith("this log grows, as it cannot be put aside: ")
                .endsWith("\nnow\n");
    }

    @Test
    void aFullOneOfAnEarlierRun_isPutAside_overTheOneBefore() throws IOException {
        Files.writeString(BoundedLog.old(file()), "long ago");
        Files.writeString(file(), "y".repeat((int) BoundedLog.FULL));
        try (var log = open()) {
            log.print("now\n");
        }
        assertThat(Files.readString(file())).isEqualTo("now\n");
        assertThat(Files.readString(BoundedLog.old(file()))).startsWith("yyy");
    }
}
