// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.Options.Task;
import org.ginnel.daemon.host.Host.Places;
import org.ginnel.host.OperatingSystem;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Places INSTALLED = new Places(Path.of("/run/s"), Path.of("/var/state"), Path.of("/etc/ca"));

    @Test
    void read_withoutWords_isWhatAnInstalledOneUses() {
        assertThat(Options.read(List.of(), Map.of(), INSTALLED))
                .contains(new Options(INSTALLED, Task.RUN, Optional.empty()));
    }

    @Test
    void read_wordsComeBeforeVariables_whichComeBeforeWhatIsInstalled() {
        var variables = Map.of("GINNEL_SOCKET", "/v/s", "GINNEL_STATE", "/v/state");
        assertThat(Options.read(List.of("--socket", "/w/s", "--lock"), variables, INSTALLED))
                .contains(new Options(
                        new Places(Path.of("/w/s"), Path.of("/v/state"), INSTALLED.authorities()),
                        Task.LOCK,
                        Optional.empty()));
        assertThat(Options.read(List.of("--state", "/w/state"), Map.of("GINNEL_SOCKET", " "), INSTALLED))
                .contains(new Options(
                        new Places(INSTALLED.socket(), Path.of("/w/state"), INSTALLED.authorities()),
                        Task.RUN,
                        Optional.empty()));
    }

    @Test
    void read_eachTask() {
        assertThat(Options.read(List.of("--release"), Map.of(), INSTALLED)
                        .orElseThrow()
                        .task())
                .isEqualTo(Task.RELEASE);
        assertThat(Options.read(List.of("--service"), Map.of(), INSTALLED)
                        .orElseThrow()
                        .task())
                .isEqualTo(Task.SERVE);
    }

    @Test
    void read_whereTheLogGoes() {
        assertThat(Options.read(List.of("--log", "/l"), Map.of(), INSTALLED))
                .contains(new Options(INSTALLED, Task.RUN, Optional.of(Path.of("/l"))));
    }

    @Test
    void read_whatIsNotOurs_isNothing() {
        for (var words : List.of(
                List.of("--socket"), List.of("--state"), List.of("--log"), List.of("now"), List.of("--lock", "x"))) {
            assertThat(Options.read(words, Map.of(), INSTALLED)).as("%s", words).isEmpty();
        }
    }

    @Test
    void help_saysWhereAnInstalledOneIs_andWhatItsSystemHas() {
        assertThat(Options.help(INSTALLED, OperatingSystem.LINUX))
                .contains("needs to be root", "/run/s", "/var/state", "--release")
                .doesNotContain("Windows", "--service", "%");
        assertThat(Options.help(INSTALLED, OperatingSystem.MACOS))
                .isEqualTo(Options.help(INSTALLED, OperatingSystem.LINUX));
        assertThat(Options.help(INSTALLED, OperatingSystem.WINDOWS))
                .contains("\n  --service ", "or an administrator", "/var/state")
                .doesNotContain("root");
    }
}
