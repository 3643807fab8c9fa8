// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.operator.Operator;
import org.ginnel.lab.program.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every command that docs/user-guide.md and docs/faq.md have people type works when they type one after the other.
@Timeout(180)
class GuideLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void everyCommandOfTheUserGuide_andOfTheQuestions_works() throws IOException {
        var programs = Programs.ofThisCheckout();
        var commands = commands(programs);
        try (var demo = Demo.start(LabPlan.DEFAULT, programs, Demo.SOCKET, Progress.SILENT)) {
            var environment = new HashMap<>(demo.daemon().environment());
            environment.put("GINNEL_DEMO_KEY", demo.operator().key("reader", "pro"));
            environment.put("GINNEL_DEMO_API", Operator.API);
            environment.put("PATH", programs.launchers() + ":" + System.getenv("PATH"));
            for (var command : commands) {
                var ended = demo.client().run(environment, PATIENCE, "sh", "-c", command);

                assertThat(ended.exit()).as("%s: %s", command, ended.err()).isZero();
            }
        }
        assertThat(commands).hasSizeGreaterThan(10);
    }

    /// The lines of their blocks of shell.
    private static List<String> commands(Programs programs) throws IOException {
        var commands = new ArrayList<String>();
        var shell = false;
        var lines = new ArrayList<>(Files.readAllLines(programs.root().resolve("docs/user-guide.md")));
        lines.addAll(Files.readAllLines(programs.root().resolve("docs/faq.md")));
        for (var line : lines) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell) {
                commands.add(line);
            }
        }
        return commands;
    }
}
