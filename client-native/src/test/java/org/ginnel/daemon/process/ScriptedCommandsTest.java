// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Missing;
import org.junit.jupiter.api.Test;

class ScriptedCommandsTest {
    private final ScriptedCommands commands = new ScriptedCommands();

    @Test
    void run_expected_answersAsWritten() {
        commands.expect(new Missing(), "wg", "show");
        assertThat(commands.run(Command.of("wg", "show").reading("text"))).isEqualTo(new Missing());
        assertThat(commands.stdin(0)).isEqualTo("text");
        commands.close();
    }

    @Test
    void run_unexpected_failsAtOnceAndAtTheEnd() {
        assertThatThrownBy(() -> commands.run(Command.of("rm"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(commands::close).hasMessageContaining("rm");
    }

    @Test
    void close_withUnusedExpectation_fails() {
        commands.expect("nft", "-f", "-");
        assertThatThrownBy(commands::close).hasMessageContaining("nft");
    }
}
