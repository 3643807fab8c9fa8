// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The package that `bin/package` made, installed and removed for real in a root that is thrown away.
class DebianPackageTest {
    private static final Path PACKAGES = Path.of("target/packages").toAbsolutePath();
    private static final long MOST_BYTES = 55_000_000;

    private static Path made;
    private static Map<String, List<String>> steps;

    @BeforeAll
    static void installAndRemove() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can make a root to throw away");
        try (var files = Files.list(PACKAGES)) {
            made = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
        }
        var bin = Path.of("src/test/bin").toAbsolutePath();
        var builder = new ProcessBuilder(
                bin.resolve("throw-away-root").toString(),
                bin.resolve("install-and-remove").toString(),
                made.toString());
        builder.environment()
                .put("SHOW", Path.of("..").toAbsolutePath().normalize().toString());
        var process = builder.redirectErrorStream(true).start();
        steps = steps(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
    }

    private static Map<String, List<String>> steps(String said) {
        var steps = new LinkedHashMap<String, List<String>>();
        var step = "";
        for (var line : said.lines().toList()) {
            if (line.startsWith("== ")) {
                step = line.substring(3);
                steps.put(step, new ArrayList<>());
            } else {
                steps.computeIfAbsent(step, _ -> new ArrayList<>()).add(line);
            }
        }
        return steps;
    }

    @Test
    void thePackage_isSmallEnough() throws IOException {
        assertThat(Files.size(made)).isLessThan(MOST_BYTES);
    }

    @Test
    void installing_saysNothingAndInstalls() {
        assertThat(steps.get("installing")).isEmpty();
        assertThat(steps.get("installed"))
                .contains("Status: install ok installed", "ginnel", "root:root 755 /usr/lib/ginnel/bin/ginneld")
                .hasSize(6);
        assertThat(steps.get("verifying")).isEmpty();
    }

    @Test
    void whatWasInstalled_runsWithThePowersOfTheUnit() {
        assertThat(steps.get("running"))
                .anyMatch(line -> line.matches("ginnel \\d+\\.\\d+\\.\\d+"))
                .contains("Disconnected");
    }

    @Test
    void anUpgrade_leavesTheServiceAlone() {
        assertThat(steps.get("reinstalling")).containsExactly("the service runs on");
    }

    @Test
    void afterRemoval_onlyTheLoginIsLeft() {
        assertThat(steps.get("removing")).isEmpty();
        assertThat(steps.get("removed")).allMatch(line -> line.startsWith("/var/lib/ginnel/"));
    }

    @Test
    void afterAPurge_nothingIsLeft() {
        assertThat(steps.get("purged")).isEqualTo(steps.get("before"));
    }
}
