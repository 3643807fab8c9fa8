// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrayLayersTest {
    private static final Path TRAY = Path.of("src", "main", "java", "org", "ginnel", "ui", "tray");

    @Test
    void whatTheTrayShows_isDecidedWithoutAnyDesktop() throws IOException {
        var pure = Stream.concat(sources(TRAY).stream(), sources(TRAY.resolve("icon")).stream())
                .filter(file -> !file.endsWith("Trays.java"))
                .toList();

        assertThat(pure).hasSizeGreaterThan(12);
        for (var file : pure) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("javafx.", "org.freedesktop.", "dorkbox.", "java.awt.");
        }
    }

    @Test
    void adapters_knowEachTheirOwnDesktopOnly() throws IOException {
        for (var file : sources(TRAY.resolve("linux"))) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("javafx.", "dorkbox.", "java.awt.");
        }
        for (var file : sources(TRAY.resolve("windows"))) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("javafx.", "org.freedesktop.", "dorkbox.", "java.awt.");
        }
        for (var file : sources(TRAY.resolve("dorkbox"))) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("javafx.", "org.freedesktop.");
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            return sources;
        }
    }
}
