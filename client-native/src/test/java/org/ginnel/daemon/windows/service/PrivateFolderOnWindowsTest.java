// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rights of folders themselves. A JVM in Wine names files as Linux does, and Wine as Windows does.
class PrivateFolderOnWindowsTest {
    @TempDir
    Path folder;

    @Test
    void close_takesItsOwnersFolder() throws IOException {
        PrivateFolder.close(asWindowsNamesIt(folder));
        assertThat(folder).isDirectory();
    }

    @Test
    void make_isThere_andOursWhenItIsMadeAgain() throws IOException {
        var made = folder.resolve("made");
        PrivateFolder.make(asWindowsNamesIt(made));
        assertThat(made).isEmptyDirectory();
        Files.writeString(made.resolve("state.json"), "{}");
        PrivateFolder.make(asWindowsNamesIt(made));
        assertThat(made.resolve("state.json")).hasContent("{}");
    }

    @Test
    void make_withinWhatIsNotThere_isRefused() {
        assertThatThrownBy(() -> PrivateFolder.make(asWindowsNamesIt(folder.resolve("none/within"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CreateDirectoryW");
    }

    @Test
    void close_ofWhatIsNotThere_isRefused() {
        assertThatThrownBy(() -> PrivateFolder.close(asWindowsNamesIt(folder.resolve("none"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("GetFileSecurityW");
    }

    private static Path asWindowsNamesIt(Path path) {
        return path.toString().startsWith("/") ? Path.of("Z:" + path.toString().replace('/', '\\')) : path;
    }
}
