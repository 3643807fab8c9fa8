// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SmallPagesTest {
    @Test
    void theKernel_hasNoLargeOnesForThisProcessThen() throws IOException {
        SmallPages.only();

        assertThat(Files.readAllLines(Path.of("/proc/self/status"))).contains("THP_enabled:\t0");
    }
}
