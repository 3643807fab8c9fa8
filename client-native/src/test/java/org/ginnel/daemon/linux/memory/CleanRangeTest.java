// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanRangeTest {
    private static final String TEXT = "7ff65c4e3000-7ff65d56f000 r-xp 002e3000 fe:00 131 /usr/lib/jvm/libjvm.so";
    private static final List<String> CLEAN =
            List.of("Rss: 10928 kB", "Shared_Dirty:          0 kB", "Private_Dirty:         0 kB", "Anonymous: 0 kB");

    @Test
    void whatAFileHolds_isFound() {
        assertThat(in(TEXT, CLEAN))
                .containsExactly(new CleanRange(0x7ff65c4e3000L, 0x7ff65d56f000L - 0x7ff65c4e3000L, TEXT));
        assertThat(in(TEXT.replace("r-xp", "r--s"), CLEAN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anonymous: 940 kB", "Private_Dirty: 4 kB", "Shared_Dirty: 4 kB"})
    void whatWasWrittenTo_isNot(String dirty) {
        var name = dirty.substring(0, dirty.indexOf(':'));
        var lines =
                CLEAN.stream().map(line -> line.startsWith(name) ? dirty : line).toList();
        assertThat(in(TEXT, lines)).isEmpty();
    }

    @Test
    void whatDoesNotSayThatItIsClean_isNot() {
        assertThat(in(TEXT, List.of())).isEmpty();
        for (var missing : CLEAN.subList(1, CLEAN.size())) {
            assertThat(in(
                            TEXT,
                            CLEAN.stream().filter(line -> !line.equals(missing)).toList()))
                    .as(missing)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7ff65d880000-7ff65d96b000 rw-p 01373000 fe:00 131 /usr/lib/jvm/libjvm.so",
                "7ff65d880000-7ff65d96b000 ---p 01373000 fe:00 131 /usr/lib/jvm/libjvm.so",
                "7ff652000000-7ff6520e0000 r--p 00000000 00:00 0 ",
                "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]",
                "7ffc0f5f2000-7ffc0f5f4000 r-xp 00000000 00:00 0 [vdso]",
                "7ffc0f5f2000 r-xp 00000000 00:00 0 /usr/lib/libc.so.6",
                ""
            })
    void whatIsWrittenOrNoFiles_isNot(String head) {
        assertThat(in(head, CLEAN)).isEmpty();
    }

    @Test
    void ofThisProcess_theCodeThatDoesNotRunGoes_andItLivesOn() throws IOException {
        var before = resident();
        CleanPages.find().run();
        assertThat(resident()).isLessThan(before);
    }

    private static long resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("RssFile:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    private static List<CleanRange> in(String head, List<String> lines) {
        List<String> all = new ArrayList<>(List.of(head));
        all.addAll(lines);
        return CleanRange.in(all.iterator());
    }
}
