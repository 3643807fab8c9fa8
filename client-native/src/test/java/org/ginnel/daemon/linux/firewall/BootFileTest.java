// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootFileTest {
    @TempDir
    private Path directory;

    private Path on;
    private Path off;
    private BootFile file;

    @BeforeEach
    void open() {
        on = directory.resolve("boot.nft");
        off = directory.resolve("boot.nft.off");
        file = new BootFile(directory);
    }

    @Test
    void closed_isThereForNft_andForNobodyElse() throws IOException {
        file.keep("table", true);

        assertThat(on).hasContent("table");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(on)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining("glob:**.off");
    }

    @Test
    void openingAndClosing_isARename_whichNeedsNoRoom() throws IOException {
        file.keep("table", false);
        var written = Files.getAttribute(off, "unix:ino");

        file.keep("table", true);
        assertThat(Files.getAttribute(on, "unix:ino")).isEqualTo(written);
        assertThat(off).doesNotExist();
        file.keep("table", false);
        assertThat(Files.getAttribute(off, "unix:ino")).isEqualTo(written);
        assertThat(on).doesNotExist();
    }

    @Test
    void anotherPolicy_takesThePlaceOfTheOld_whicheverWasThere() throws IOException {
        file.keep("old", false);
        file.keep("newer", true);
        assertThat(on).hasContent("newer");
        assertThat(off).doesNotExist();

        file.keep("newest", false);
        assertThat(off).hasContent("newest");
        assertThat(on).doesNotExist();
    }

    @Test
    void whatACrashLeft_bothOfThem_endsAsWanted() throws IOException {
        Files.writeString(on, "table");
        Files.writeString(off, "older");
        file.keep("table", true);
        assertThat(on).hasContent("table");
        assertThat(off).doesNotExist();
    }
}
