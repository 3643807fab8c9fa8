// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantPartTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final Path ARCHIVE = JAVA.resolve("lib/server/classes.jsa");
    private static final Pattern REGION =
            Pattern.compile("Mapped static +region #(\\d) at base 0x([0-9a-f]+) top 0x([0-9a-f]+) \\((\\w+)\\)");

    private static final ConstantPart PART = new ConstantPart(0x3000, 0x2000);

    @TempDir
    private Path folder;

    @Test
    void itIsWhatTheJvmItselfMapsReadOnly() throws IOException {
        var told = told();
        var first = told.getFirst();
        var second = told.get(1);
        assertThat(List.of(first.group(4), second.group(4))).containsExactly("ReadWrite", "ReadOnly");

        var part = ConstantPart.of(ARCHIVE).orElseThrow();
        // Regions begin behind a page of head, and end with a page.
        assertThat(part.offset() - 4096).isEqualTo(address(second, 2) - address(first, 2));
        assertThat(pages(part.length())).isEqualTo(pages(address(second, 3) - address(second, 2)));
    }

    /// How the JVM says that it has mapped the archive of this JDK.
    private static List<MatchResult> told() throws IOException {
        var java = new ProcessBuilder(JAVA.resolve("bin/java").toString(), "-Xshare:on", "-Xlog:cds", "-version")
                .redirectErrorStream(true)
                .start();
        var log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return REGION.matcher(log).results().toList();
    }

    private static long address(MatchResult region, int group) {
        return Long.parseLong(region.group(group), 16);
    }

    private static long pages(long bytes) {
        return (bytes + 4095) / 4096;
    }

    /// One byte of the head is another one each time.
    @ParameterizedTest
    @CsvSource({
        "0, another kind of file",
        "8, another version",
        "28, a first region that is constant",
        "124, a second that is not",
        "144, one that begins within a page",
        "149, one that begins behind the end",
        "165, one that ends behind the end"
    })
    void whatIsNotKnownToBeConstant_isNot(int at, String why) throws IOException {
        var bytes = Files.readAllBytes(ARCHIVE);
        bytes[at] ^= 1;
        assertThat(ConstantPart.of(write(bytes))).as(why).isEmpty();
        bytes[at] ^= 1;
        assertThat(ConstantPart.of(write(bytes))).isPresent();
    }

    @Test
    void ofAFileThatIsTooShort_nothingIs() throws IOException {
        assertThat(ConstantPart.of(write(new byte[0]))).isEmpty();
        assertThat(ConstantPart.of(write(ByteBuffer.allocate(100)
                        .order(ByteOrder.nativeOrder())
                        .putInt(0xf00baba2)
                        .array())))
                .isEmpty();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("classes.aot"), bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "1000-9000 rw-p 00001000 fe:00 7 /x.aot, 0x3000, 0x2000",
        "1000-9000 rw-p 00002000 fe:00 7 /x.aot, 0x2000, 0x2000",
        "1000-3000 rw-p 00002000 fe:00 7 /x.aot, 0x2000, 0x1000",
        "1000-3000 rw-p 00004000 fe:00 7 /x.aot, 0x1000, 0x1000"
    })
    void itsPlaceInMemory_isWhereTheMappingSays(String line, String start, String length) {
        var range = new CleanRange(Long.decode(start), Long.decode(length), line);
        assertThat(mapping(line).find(PART)).contains(range);
    }

    @Test
    void whereItIsNotMapped_itIsNot() {
        assertThat(mapping("1000-3000 rw-p 00005000 fe:00 7 /x.aot").find(PART)).isEmpty();
        assertThat(mapping("1000-3000 rw-p 00001000 fe:00 7 /x.aot").find(PART)).isEmpty();
    }

    @Test
    void whatIsNoFile_isNoMapping() {
        assertThat(Mapping.of("1000-9000 rw-p 00000000 00:00 0 ")).isEmpty();
        assertThat(Mapping.of("1000-9000 rw-p 00000000 00:00 0 [heap]")).isEmpty();
        assertThat(mapping("1000-9000 rw-p 00000000 fe:00 7 /x.aot (deleted)").file())
                .hasToString("/x.aot (deleted)");
    }

    private static Mapping mapping(String line) {
        return Mapping.of(line).orElseThrow();
    }
}
