// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What ties Ginnel into a Linux system is well-formed, as the tools that read it say.
class LinuxFilesTest {
    private static final Path FILES = Path.of("src/main/linux");

    private static final Sources SOURCES =
            new Sources(Path.of("..").toAbsolutePath().normalize(), Path.of("no image"), Instant.EPOCH);
    private static final Scripts SCRIPTS = new Scripts(
            SOURCES,
            new Blanks(Map.of("HOME", "/opt/ginnel", "VERSION", "1.2.3", "TIME", "0", "PARTS", "folder /opt")));

    @TempDir
    Path directory;

    @Test
    void scripts_areShell() throws IOException, InterruptedException {
        for (var script : List.of(
                "debian/postinst",
                "debian/prerm",
                "debian/postrm",
                "tarball/ginnel-setup",
                "ginnel-join",
                "ginnel-licences")) {
            var filled = Files.writeString(directory.resolve("script"), SCRIPTS.filled(script));

            assertThat(run("sh", "-n", filled.toString())).as(script).isEmpty();
        }
    }

    @Test
    void units_areAcceptedBySystemd() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze here");
        var home = directory.resolve("home");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("/bin/true"), home.resolve("bin/ginneld"));
        var blanks = new Blanks(Map.of("HOME", home.toString()));
        for (var unit : List.of("ginneld.service", "ginnel-lock.service")) {
            var text = blanks.fill(Files.readString(FILES.resolve("systemd").resolve(unit)))
                    .replaceAll("(?m)^Documentation=.*\n", "");
            Files.writeString(directory.resolve(unit), text);
        }
        for (var unit : List.of("ginneld.service", "ginnel-lock.service")) {
            var said = run(
                    "systemd-analyze",
                    "verify",
                    "--man=no",
                    directory.resolve(unit).toString());

            assertThat(said.lines().filter(line -> line.contains("ginnel")))
                    .as(unit)
                    .isEmpty();
        }
    }

    @Test
    void theService_isConfined() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze here");
        var unit = directory.resolve("ginneld.service");
        Files.writeString(
                unit,
                new Blanks(Map.of("HOME", "/usr")).fill(Files.readString(FILES.resolve("systemd/ginneld.service"))));
        var said = run("systemd-analyze", "security", "--offline=true", "--threshold=45", unit.toString());

        assertThat(said)
                .contains("Overall exposure level")
                .doesNotContain("UNSAFE")
                .doesNotContain("EXPOSED");
    }

    @Test
    void theDescriptionForSoftwareCentres_isValid() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/bin/appstreamcli")), "no appstreamcli here");
        var file = directory.resolve("org.ginnel.Ginnel.metainfo.xml");
        var text = Files.readString(FILES.resolve("org.ginnel.Ginnel.metainfo.xml"));
        Files.writeString(file, new Blanks(Map.of("VERSION", "0.1.0", "DATE", "2026-11-21")).fill(text));

        assertThat(run("appstreamcli", "validate", "--no-net", file.toString()))
                .doesNotContain("E: ")
                .doesNotContain("W: ");
    }

    private static String run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
