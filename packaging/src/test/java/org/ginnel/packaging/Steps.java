// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

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

/// What a script of `src/test/bin` said, step by step, in a root that was thrown away.
public record Steps(Map<String, List<String>> steps) {
    private static final Path PACKAGES = Path.of("target/packages").toAbsolutePath();

    /// Runs it as root; without root, the tests are skipped.
    public static Steps of(String script, Path made) throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can make a root to throw away");
        var bin = Path.of("src/test/bin").toAbsolutePath();
        var builder = new ProcessBuilder(
                bin.resolve("throw-away-root").toString(), bin.resolve(script).toString(), made.toString());
        var checkout = Path.of("..").toAbsolutePath().normalize();
        builder.environment().put("SHOW", checkout.toString());
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return new Steps(parsed(said));
    }

    /// The package of that ending that `bin/package` made.
    public static Path made(String ending) throws IOException {
        try (var files = Files.list(PACKAGES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no *" + ending + " in " + PACKAGES + ": `make package`"));
        }
    }

    private static Map<String, List<String>> parsed(String said) {
        var steps = new LinkedHashMap<String, List<String>>();
        var step = "";
        for (var line : said.lines().toList()) {
            if (line.startsWith("== ")) {
                step = line.substring(3);
                assertThat(steps).doesNotContainKey(step);
                steps.put(step, new ArrayList<>());
            } else {
                steps.computeIfAbsent(step, _ -> new ArrayList<>()).add(line);
            }
        }
        return steps;
    }

    /// The lines of a step that was taken.
    public List<String> said(String step) {
        var lines = steps.get(step);
        assertThat(lines).as("the step \"%s\" of %s", step, steps.keySet()).isNotNull();
        return List.copyOf(lines);
    }
}
