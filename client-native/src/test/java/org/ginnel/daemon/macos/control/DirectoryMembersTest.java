// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        groups("ann", new Exited(0, "20 12 501\n", ""));
        ours(new Exited(0, "PrimaryGroupID: 501\n", ""));
        groups("bob", new Exited(0, "20 80\n", ""));
        groups("eve", new Exited(0, "20 12 5011 801\n", ""));
        ours(new Exited(0, "PrimaryGroupID: 501\n", ""));
        assertThat(permissions.of("ann", "staff")).isEqualTo(new Caller("ann", true));
        assertThat(permissions.of("bob", "staff")).isEqualTo(new Caller("bob", true));
        assertThat(permissions.of("eve", "staff")).isEqualTo(new Caller("eve", false));
    }

    @Test
    void of_aDoubt_entitlesToNothing() {
        for (var doubt : doubts("20 80")) {
            groups("ann", doubt);
            ours(new Exited(0, "PrimaryGroupID: 501\n", ""));
            assertThat(permissions.of("ann", "staff").mayChange()).isFalse();
        }
        for (var doubt : doubts("PrimaryGroupID: 501\n")) {
            groups("ann", new Exited(0, "20 501\n", ""));
            ours(doubt);
            assertThat(permissions.of("ann", "staff").mayChange()).isFalse();
        }
        groups("ann", new Exited(0, "\n", ""));
        ours(new Exited(0, "PrimaryGroupID:\n", ""));
        assertThat(permissions.of("ann", "staff").mayChange()).isFalse();
        assertThat(permissions.of("-G", "staff").mayChange()).isFalse();
        assertThat(permissions.of("", "staff").mayChange()).isFalse();
    }

    private static List<Outcome> doubts(String said) {
        return List.of(new Missing(), new TimedOut(), new Exited(1, said, "no such user"));
    }

    private void groups(String user, Outcome outcome) {
        commands.expect(outcome, "id", "-G", user);
    }

    private void ours(Outcome outcome) {
        commands.expect(outcome, "dscl", ".", "-read", "/Groups/ginnel", "PrimaryGroupID");
    }
}
