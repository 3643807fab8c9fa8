// SPDX-License-Identifier: Apache-2.0
package org.ginnel.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
    @Test
    void reason_isInWords_andNeverThePathOnceMore() {
        assertThat(FileTrouble.of(new NoSuchFileException("/etc/x"))).isEqualTo("there is no such file");
        assertThat(FileTrouble.of(new AccessDeniedException("/etc/x"))).isEqualTo("this user may not");
        assertThat(FileTrouble.of(new FileSystemException("/etc/x", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileTrouble.of(new IOException("keystore password was incorrect")))
                .isEqualTo("keystore password was incorrect");
        assertThat(FileTrouble.of(new IOException())).isEqualTo("IOException");
    }
}
