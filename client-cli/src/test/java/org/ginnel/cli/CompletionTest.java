// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CompletionTest {
    private static final Path NOWHERE = Path.of("/nonexistent/ginneld.sock");

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyShell_getsWhatWasReviewed(String shell) {
        var run = CommandLineRun.at(NOWHERE).run("completion", shell);

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        Golden.check("completion." + shell, run.out());
    }

    @Test
    void anotherShell_isAMisuse() {
        assertThat(CommandLineRun.at(NOWHERE).run("completion", "tcsh").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandLineRun.at(NOWHERE).run("completion").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void ids_areWhatCompletionsAskFor() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("servers", "--ids");

            assertThat(run.out().lines()).hasSize(15).startsWith("us-east-1", "us-west-1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ginnel con,connect",
        "ginnel dis,disconnect",
        "ginnel connect --w,--wait",
        "ginnel connect eu,eu-west-1 eu-north-1",
        "ginnel --socket /x status --j,--json",
        "ginnel settings l,lan lockdown",
        "ginnel settings lockdown o,on off",
        "ginnel settings dns a,auto",
        "ginnel settings --allow-lan o,''",
        "ginnel servers a,add",
        "ginnel servers remove eu-w,eu-west-1",
        "ginnel servers add pom.x,pom.xml",
        "ginnel favourites r,remove",
        "ginnel favourites add us,us-east-1",
        "ginnel pause 3,30m",
        "ginnel res,resume",
        "ginnel resume --w,--wait",
        "ginnel completion z,zsh",
        "ginnel status x,''"
    })
    void bash_completes(String typed, String expected) throws IOException, InterruptedException {
        var script = CommandLineRun.at(NOWHERE).run("completion", "bash").out();
        var test = "ginnel() { printf 'eu-west-1\\neu-north-1\\nus-east-1\\n'; }\n" + script + "COMP_WORDS=(" + typed
                + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_ginnel\necho \"${COMPREPLY[*]}\"\n";

        assertThat(bash(test)).isEqualTo(expected + "\n");
    }

    private static String bash(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of("bash", "--norc", "-s"))
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
