// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ginnel.daemon.Golden.assertGolden;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceDefinitionTest {
    private static final String PROGRAM = "C:\\Program Files\\Ginnel\\bin\\ginneld.exe";

    @Test
    void calls_areTheirGolden() {
        var text = ServiceDefinition.of(PROGRAM).calls().stream()
                .map(argv -> argv.stream().map(word -> "[" + word + "]").collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining());
        assertGolden("windows/service/sc.calls", text);
    }

    /// CWE-428: `C:\\Program.exe` would be run for a path without quotes.
    @Test
    void command_isQuoted() {
        assertThat(ServiceDefinition.of(PROGRAM).command()).startsWith('"' + PROGRAM + '"');
    }

    @Test
    void program_thatIsNoWholePath_isRefused() {
        for (var program : List.of("ginneld.exe", "\\\\server\\ginneld.exe", "C:\\a\" b.exe", "")) {
            assertThatThrownBy(() -> ServiceDefinition.of(program))
                    .as(program)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
