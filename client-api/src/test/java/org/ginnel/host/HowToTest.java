// SPDX-License-Identifier: Apache-2.0
package org.ginnel.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HowToTest {
    /// Programs that the other systems have not.
    private static List<String> foreign(OperatingSystem system) {
        var linux = List.of("systemctl", "journalctl", "usermod", "/etc/", "apt", "nft", "/run/");
        var mac = List.of("launchctl", "dseditgroup", "/Library");
        var windows = List.of("net ", "powershell", "type ", ":\\", ".dll", "Windows");
        return switch (system) {
            case LINUX -> Stream.concat(mac.stream(), windows.stream()).toList();
            case MACOS -> Stream.concat(linux.stream(), windows.stream()).toList();
            case WINDOWS ->
                Stream.concat(Stream.concat(linux.stream(), mac.stream()), Stream.of("sudo"))
                        .toList();
        };
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsOfAnotherSystem(OperatingSystem system) {
        var how = new HowTo(system);

        assertThat(Stream.of(
                        how.start(),
                        how.restart(),
                        how.showLog(),
                        how.join("ann"),
                        how.join("ann lee"),
                        how.authorities(),
                        how.engine().orElse("none"),
                        how.firewall()))
                .allSatisfy(word -> assertThat(word).isNotBlank().doesNotContain(foreign(system)));
        assertThat(List.of(how.start(), how.restart()))
                .allSatisfy(command -> assertThat(command).contains("ginneld"));
    }

    @Test
    void aGroup_countsAtOnce_whereTheServiceAsksForItsMembers() {
        assertThat(Stream.of(OperatingSystem.values()).filter(system -> new HowTo(system).joinsAtOnce()))
                .containsExactly(OperatingSystem.LINUX, OperatingSystem.MACOS);
    }

    /// A name comes from outside, and the line goes into a shell.
    @ParameterizedTest
    @EnumSource
    void aNameThatAShellWouldRead_isLeftToTheShell(OperatingSystem system) {
        var how = new HowTo(system);

        assertThat(how.join("ann-2.x")).contains("ginnel").contains("ann-2.x");
        assertThat(new HowTo(OperatingSystem.WINDOWS).join("Ann Müller-Lee")).contains("\"Ann Müller-Lee\"");
        for (var name : List.of("", "-g", "$(reboot)", "a;b", "a\"b", "a&b", "a|b", "%PATH%", "`b`")) {
            assertThat(how.join(name))
                    .as(name)
                    .matches(".* \"(\\$USER|%USERNAME%)\".*")
                    .hasSizeLessThan(70);
        }
    }
}
