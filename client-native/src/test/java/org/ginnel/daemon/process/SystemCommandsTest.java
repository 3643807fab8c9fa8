// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Commands.Outcome.Missing;
import org.ginnel.daemon.process.Commands.Outcome.TimedOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SystemCommandsTest {
    private final SystemCommands commands = new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES);

    @Test
    void run_passesArgumentsAsTheyAreAndReturnsBothStreams() {
        var outcome = commands.run(shell("printf '%s' \"$0\"; printf oops >&2; exit 3", "a b; $(id)"));
        assertThat(outcome).isEqualTo(new Exited(3, "a b; $(id)", "oops"));
    }

    @Test
    void run_writesStandardInputToItsEnd() {
        var text = "x".repeat(300_000);
        assertThat(commands.run(Command.of("cat").reading(text))).isEqualTo(new Exited(0, text, ""));
    }

    @Test
    void run_programThatDoesNotReadItsInput_isNotAnError() {
        assertThat(commands.run(Command.of("true").reading("y".repeat(300_000))))
                .isEqualTo(new Exited(0, "", ""));
    }

    @Test
    void run_missingProgram_saysSo() {
        assertThat(commands.run(Command.of("no-such-program-of-ginnel"))).isEqualTo(new Missing());
        assertThat(new SystemCommands(List.of(Path.of("/nowhere"))).run(Command.of("cat")))
                .isEqualTo(new Missing());
    }

    @Test
    void run_pastItsLimit_isKilledWithItsChildren() {
        var before = System.nanoTime();
        var limit = Duration.ofMillis(200);
        var ours = Long.toString(100_000_000 + ProcessHandle.current().pid());
        var outcome = commands.run(new Command(List.of("sh", "-c", "sleep " + ours + " & echo $!; wait"), "", limit));
        assertThat(outcome).isEqualTo(new TimedOut());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(limit, Duration.ofSeconds(5));
        // Who is killed ends soon, not at once.
        assertThat(ProcessHandle.allProcesses()
                        .filter(one -> one.info().commandLine().orElse("").contains(ours)))
                .allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void run_programThatLeavesADaemonWithItsStreams_answersWhenTheProgramEnds() {
        var before = System.nanoTime();
        assertThat(commands.run(shell("sleep 3 & echo started"))).isEqualTo(new Exited(0, "started\n", ""));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void run_outputBeyondTheLimit_isReadButNotKept() {
        var outcome = (Exited) commands.run(shell("head -c 3000000 /dev/zero; head -c 300000 /dev/zero >&2"));
        assertThat(outcome.stdout()).hasSize(1 << 20);
        assertThat(outcome.stderr()).hasSize(1 << 16);
    }

    @Test
    void run_callersEnvironment_doesNotReachTheProgram() {
        var outcome = (Exited) commands.run(Command.of("env"));
        assertThat(outcome.stdout().lines()).allMatch(line -> line.startsWith("PATH=") || line.equals("LC_ALL=C"));
    }

    @Test
    void run_interrupted_finishesTheProgramAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();
        var outcome = commands.run(shell("sleep 0.1; echo done"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isEqualTo(new Exited(0, "done\n", ""));
    }

    @Test
    void toString_leavesStandardInputOut() {
        assertThat(Command.of("wg").reading("secret").toString()).doesNotContain("secret");
    }

    private static Command shell(String script, String... arguments) {
        var argv = new ArrayList<>(List.of("sh", "-c", script));
        argv.addAll(List.of(arguments));
        return new Command(argv, "", Duration.ofSeconds(10));
    }
}
