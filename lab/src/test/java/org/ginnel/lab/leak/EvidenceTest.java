// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.ginnel.lab.leak.count.Leaked;
import org.ginnel.lab.leak.count.Verdict;
import org.ginnel.lab.wire.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    private static final Leaked LEAKED =
            new Leaked(new Heard(2_000_000_003L, ByteBuffer.wrap(new byte[] {1, 2, 3})), new Verdict.Stray("?"));

    @Test
    void leaks_areKeptAsCaptureFileWithNanoseconds(@TempDir Path directory) throws IOException {
        new Evidence(directory).keep("wg-quick + PostUp", "kill -9 the engine", List.of(LEAKED));
        assertThat(directory.resolve("wg-quick-postup-kill-9-the-engine.pcap"))
                .hasBinaryContent(HexFormat.of()
                        .parseHex("a1b23c4d00020004" + "0000000000000000" + "0000ffff00000001" + "0000000200000003"
                                + "0000000300000003" + "010203"));
    }

    @Test
    void nothingLeaked_nothingKept(@TempDir Path directory) throws IOException {
        new Evidence(directory.resolve("new")).keep("Ginnel", "steady", List.of());
        assertThat(directory.resolve("new")).doesNotExist();
    }
}
