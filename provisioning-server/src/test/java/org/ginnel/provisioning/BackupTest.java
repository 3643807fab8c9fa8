// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.ginnel.provisioning.backup.SealedInput;
import org.ginnel.provisioning.backup.SealedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final String SECRET = "4f1c9a7d20b86e35a1d4c7f09b2e6835";
    private static final byte[] KEY = new byte[32];

    @TempDir
    private Path directory;

    private String run(String secret, int expected, String... arguments) {
        var out = new StringWriter();
        var line = Commands.line(name -> name.equals("GINNEL_SECRET") ? Optional.of(secret) : Optional.empty());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        assertThat(line.execute(arguments)).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }

    @Test
    void everything_comesBack_fromAServiceThatRan() throws IOException {
        var backup = directory.resolve("backup").toString();
        var restored = directory.resolve("restored.db").toString();
        var key = TestServer.key("alice", "pro");
        String config;
        try (var server = TestServer.start(directory)) {
            config = server.postJson("/api/provision", key, "{\"device_id\":\"laptop\"}")
                    .text();
            run(
                    SECRET,
                    0,
                    "backup",
                    "--to",
                    backup,
                    "--database",
                    directory.resolve("test.db").toString());
        }
        assertThat(Files.readString(Path.of(backup), StandardCharsets.ISO_8859_1))
                .doesNotContain("alice", "laptop");

        assertThat(run(SECRET, 0, "restore", "--from", backup, "--database", restored))
                .contains("rows restored");

        Files.move(Path.of(restored), directory.resolve("test.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var server = TestServer.start(directory)) {
            var again = server.postJson("/api/provision", key, "{\"device_id\":\"laptop\"}")
                    .text();
            assertThat(again.replaceAll("PrivateKey = [^\\\\]*|PresharedKey = [^\\\\]*", ""))
                    .isEqualTo(config.replaceAll("PrivateKey = [^\\\\]*|PresharedKey = [^\\\\]*", ""));
        }
        assertThat(run(
                        SECRET,
                        0,
                        "audit",
                        "verify",
                        "--database",
                        directory.resolve("test.db").toString()))
                .startsWith("intact");
    }

    @Test
    void anotherSecret_opensNothing_andLeavesNothing() {
        var backup = directory.resolve("backup").toString();
        TestServer.start(directory).close();
        run(
                SECRET,
                0,
                "backup",
                "--to",
                backup,
                "--database",
                directory.resolve("test.db").toString());
        var target = directory.resolve("restored.db").toString();

        assertThat(run("another-4f1c9a7d20b86e35a1d4c7f09b2e", 1, "restore", "--from", backup, "--database", target))
                .contains("another secret");

        assertThat(run(SECRET, 0, "restore", "--from", backup, "--database", target))
                .contains("rows restored");
        assertThat(run(SECRET, 1, "restore", "--from", backup, "--database", target))
                .contains("empty one");
    }

    private static byte[] sealed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = new SealedOutput(out, KEY, new SecureRandom())) {
            sealing.write(bytes);
        }
        return out.toByteArray();
    }

    private static Optional<byte[]> opened(byte[] sealed) {
        try (var in = new SealedInput(new ByteArrayInputStream(sealed), KEY)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void anyLength_comesBackAsItWas() throws IOException {
        for (var length : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000}) {
            var bytes = new byte[length];
            Arrays.fill(bytes, (byte) 7);
            assertThat(opened(sealed(bytes)))
                    .hasValueSatisfying(back -> assertThat(back).isEqualTo(bytes));
        }
    }

    @Test
    void fileThatWasCutOffOrChanged_isNotTaken() throws IOException {
        var sealed = sealed(new byte[200_000]);
        var piece = 4 + 65_536 + 16;

        assertThat(opened(Arrays.copyOf(sealed, 48))).isEmpty();
        assertThat(opened(Arrays.copyOf(sealed, 48 + piece))).isEmpty();
        assertThat(opened(Arrays.copyOf(sealed, 48 + 2 * piece))).isEmpty();
        assertThat(opened(Arrays.copyOf(sealed, sealed.length - 1))).isEmpty();
        for (var at : new int[] {0, 20, 60, 48 + piece + 10, sealed.length - 1}) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(opened(changed)).as("byte " + at).isEmpty();
        }
    }
}
