// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.devkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path NOWHERE = Path.of("/nonexistent/ginneld.sock");

    @Test
    void help_readsAsReviewed() {
        Golden.check("help.txt", CommandLineRun.at(NOWHERE).run("--help").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "logout",
                "servers",
                "favourites",
                "connect",
                "disconnect",
                "pause",
                "resume",
                "status",
                "settings",
                "history",
                "doctor",
                "completion"
            })
    void helpOfEveryCommand_readsAsReviewed(String command) {
        var run = CommandLineRun.at(NOWHERE).run(command, "--help");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        Golden.check("help-" + command + ".txt", run.out());
        assertThat(CommandLineRun.at(NOWHERE).run("help", command).out()).isEqualTo(run.out());
    }

    @Test
    void helpOfAllCommands_isTested() {
        var commands = CommandLineRun.at(NOWHERE)
                .run("help")
                .out()
                .lines()
                .dropWhile(l -> !l.equals("Commands:"))
                .skip(1)
                .takeWhile(l -> !l.isBlank())
                .map(l -> l.strip().split(" ", 2)[0]);

        assertThat(commands).allMatch(c -> Files.exists(Path.of("src/test/golden/help-" + c + ".txt")));
    }

    @Test
    void noCommand_isHelpAndAMisuse() {
        var run = CommandLineRun.at(NOWHERE).run();

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).contains("Commands:");
    }

    @Test
    void training_goesThroughCodecAndText() {
        assertThat(Training.run()).isGreaterThan(5);
    }

    @Test
    void version_isSaid() {
        assertThat(CommandLineRun.at(NOWHERE).run("--version").out()).startsWith("ginnel ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conect",
                "--nonsense",
                "status --nonsense=s3cret",
                "connect a b",
                "connect --timeout",
                "status --json=maybe",
                "--socket",
                "status --json --json",
                "@/etc/passwd",
                "help nonsense",
                "\u001b[31mred"
            })
    void nonsense_isAMisuseWithAWayOut(String words) {
        var run = CommandLineRun.at(NOWHERE).run(words.split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ginnel: ")
                .contains("Next: ", "--help` says what it takes.")
                .doesNotContain("\u001b", "s3cret", "root:");
    }

    @Test
    void aSocketThatIsNoPath_isAMisuse() {
        assertThat(CommandLineRun.at(NOWHERE)
                        .run("status", "--socket", "a\u0000b")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void exitCodes_areTheOnesOfTheManual() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "cli.md"));

        assertThat(Stream.of(ExitCode.values()).map(ExitCode::number)).doesNotHaveDuplicates();
        assertThat(ExitCode.values())
                .allSatisfy(c -> assertThat(manual).contains("| " + c.number() + " | " + c.meaning() + " |"));
    }
}
