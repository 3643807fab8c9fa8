// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ginnel.devkit.Golden;
import org.ginnel.packaging.Version;
import org.junit.jupiter.api.Test;

/// The launchers, as they are reviewed, and as they have to be for the caches to be accepted.
class LauncherTest {
    private static final Path HOME = Path.of("/usr/lib/ginnel");
    private static final Path RECORD = Path.of("/tmp/a.record");

    @Test
    void launchers_areAsReviewed() {
        for (var program : Program.ALL) {
            var text = launcher(program).running(HOME).replace("=" + Version.OURS, "=VERSION");
            Golden.check("launcher/" + program.name() + ".sh", text);
        }
    }

    @Test
    void whatIsRecorded_isStartedAsWhatIsRun() {
        for (var program : Program.ALL) {
            var launcher = launcher(program);
            var recording = launcher.recording(HOME, RECORD, "status;--help")
                    .replace(
                            "-XX:AOTMode=record -XX:AOTConfiguration=" + RECORD, "-XX:AOTCache=" + launcher.cache(HOME))
                    .replace(" '-Dginnel.training=status;--help'", "");

            assertThat(uncounted(recording)).isEqualTo(uncounted(launcher.running(HOME)));
        }
    }

    /// The starter is told how many words the command has.
    private static String uncounted(String launcher) {
        return launcher.replaceFirst("ginnel-start \\d+ ", "ginnel-start N ");
    }

    @Test
    void theCache_isMadeWithTheSameFlags_andWithoutMachineCode() {
        var noMachineCode = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching", "-XX:-AOTStubCaching");
        for (var program : Program.ALL) {
            var launcher = launcher(program);
            var assembly = launcher.assembly(HOME, RECORD);
            var running = launcher.insisting(HOME);

            assertThat(assembly).containsAll(noMachineCode);
            assertThat(ofTheProgram(assembly)).isEqualTo(ofTheProgram(running));
        }
    }

    /// Without what concerns the cache, and what options for it have to follow.
    private static List<String> ofTheProgram(List<String> command) {
        return command.stream()
                .filter(word -> !word.matches("-XX:-?AOT.*|-XX:\\+UnlockDiagnosticVMOptions"))
                .toList();
    }

    @Test
    void aHomeWithSpacesAndQuotes_staysOneWord() throws IOException, InterruptedException {
        var text = launcher(Program.COMMAND_LINE).running(Path.of("/opt/a b's $HOME"));
        var shell = new ProcessBuilder("sh", "-c", text.replace("exec ", "printf '%s\\n' "), "sh", "x y")
                .redirectErrorStream(true)
                .start();
        var words = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines();

        assertThat(words)
                .contains("/opt/a b's $HOME/runtime/bin/java", "-XX:AOTCache=/opt/a b's $HOME/cache/ginnel.aot", "x y");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void theWindow_isToldWhatStartedIt_whereverItLies() throws IOException, InterruptedException {
        for (var home : List.of("/usr/lib/ginnel", "/opt/a b's $HOME", "/opt/`x`\"}{\\")) {
            var text = launcher(Program.WINDOW).running(Path.of(home));
            var builder = new ProcessBuilder("sh", "-c", text.replace("exec ", "printenv GINNEL_LAUNCHER; : "), "sh")
                    .redirectErrorStream(true);
            builder.environment().remove("GINNEL_LAUNCHER");
            var shell = builder.start();
            var said = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(said.strip()).isEqualTo(home + "/bin/ginnel-ui");
            assertThat(shell.waitFor()).isZero();
        }
    }

    private static Launcher launcher(Program program) {
        return new Launcher(program, List.of(program.module() + ".jar", "library.jar"));
    }
}
