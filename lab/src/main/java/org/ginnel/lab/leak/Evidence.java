// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ginnel.lab.leak.count.Leaked;
import org.ginnel.lab.wire.Heard;

/// Keeps what leaked, as files that Wireshark and tcpdump read.
///
/// @param directory where they go
public record Evidence(Path directory) {
    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    private static final int HEADER_BYTES = 24;
    private static final int RECORD_BYTES = 16;
    private static final int LONGEST = 65_535;
    private static final int ETHERNET = 1;
    private static final int A_SECOND = 1_000_000_000;

    /// Adds a file, and replaces that of an earlier run; nothing when nothing leaked.
    void keep(String subject, String scenario, List<Leaked> leaked) throws IOException {
        if (leaked.isEmpty()) {
            return;
        }
        Files.createDirectories(directory);
        var name = (subject + " " + scenario).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Files.write(
                directory.resolve(name + ".pcap"),
                pcap(leaked.stream().map(Leaked::heard).toList()));
    }

    /// Format: https://www.ietf.org/archive/id/draft-gharris-opsawg-pcap-01.html, with nanoseconds.
    static byte[] pcap(List<Heard> heard) {
        var size = heard.stream()
                .mapToInt(one -> RECORD_BYTES + one.frame().remaining())
                .sum();
        var out = ByteBuffer.allocate(HEADER_BYTES + size);
        out.putInt(NANOSECOND_MAGIC).putShort((short) 2).putShort((short) 4).putLong(0);
        out.putInt(LONGEST).putInt(ETHERNET);
        for (var one : heard) {
            out.putInt((int) (one.epochNanos() / A_SECOND)).putInt((int) (one.epochNanos() % A_SECOND));
            out.putInt(one.frame().remaining()).putInt(one.frame().remaining());
            out.put(one.frame().slice());
        }
        return out.array();
    }
}
