// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ginnel.daemon.control.Caller;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.process.Commands.Outcome;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Commands.Outcome.Missing;
import org.ginnel.daemon.process.Commands.Outcome.TimedOut;
import org.ginnel.daemon.process.ScriptedCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryMembersTest {
    private final ScriptedCommands commands = new ScriptedCommands();
    private final Permissions permissions = new Permissions(Set.of("root"), new DirectoryMembers(commands));

    @AfterEach
    void everythingExpectedRan() {
        commands.close();
    }

    @Test
    void of_membersAndAdministrators_mayChange() {
        groups("ann", new Exited(0, "staff everyone ginnel\n", ""));
        groups("bob", new Exited(0, "staff admin\n", ""));
        groups("eve", new Exited(0, "staff everyone ginnels\n", ""));
        assertThat(permissions.of("ann", "staff")).isEqualTo(new Caller("ann", true));
        assertThat(permissions.of("bob", "staff")).isEqualTo(new Caller("bob", true));
        assertThat(permissions.of("eve", "staff")).isEqualTo(new Caller("eve", false));
    }

    @Test
    void of_aDoubt_entitlesToNothing() {
        for (var doubt : new Outcome[] {new Missing(), new TimedOut(), new Exited(1, "ginnel", "no such user")}) {
            groups("ann", doubt);
            assertThat(permissions.of("ann", "staff").mayChange()).isFalse();
        }
        assertThat(permissions.of("-G", "staff").mayChange()).isFalse();
        assertThat(permissions.of("", "staff").mayChange()).isFalse();
    }

    private void groups(String user, Outcome outcome) {
        commands.expect(outcome, "id", "-Gn", user);
    }
}
