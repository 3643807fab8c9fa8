// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.host.OperatingSystem;
import org.junit.jupiter.api.Test;

class GrammarTest {
    @Test
    void help_saysWhereTheServiceListens_onEachSystem() {
        assertThat(Grammar.socket(OperatingSystem.LINUX).description())
                .endsWith("GINNEL_SOCKET, else /run/ginnel/ginneld.sock.");
        assertThat(Grammar.socket(OperatingSystem.MACOS).description())
                .endsWith("GINNEL_SOCKET, else /var/run/ginnel/ginneld.sock.");
        assertThat(Grammar.socket(OperatingSystem.WINDOWS).description())
                .endsWith("GINNEL_SOCKET, else \\\\.\\pipe\\ProtectedPrefix\\Administrators\\Ginnel\\ginneld.");
        assertThat(Grammar.SOCKET).isEqualTo(Grammar.socket(OperatingSystem.here()));
    }
}
