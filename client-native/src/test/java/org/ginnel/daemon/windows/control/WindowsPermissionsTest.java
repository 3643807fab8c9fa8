// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.ginnel.control.SocketPath;
import org.ginnel.daemon.control.Caller;
import org.ginnel.daemon.windows.control.WindowsPermissions.Token;
import org.junit.jupiter.api.Test;

class WindowsPermissionsTest {
    private static final String GROUP = "S-1-5-21-1-2-3-1005";
    private static final String ANN = "S-1-5-21-1-2-3-1001";

    private final WindowsPermissions permissions = new WindowsPermissions(Optional.of(GROUP));

    @Test
    void of_systemRaisedAdministratorsAndMembers_mayChange() {
        assertThat(permissions.of(token("S-1-5-18"))).contains(new Caller("S-1-5-18", true));
        assertThat(permissions.of(token(ANN, "S-1-5-32-544"))).contains(new Caller(ANN, true));
        assertThat(permissions.of(token(ANN, GROUP))).contains(new Caller(ANN, true));
    }

    /// An administrator who is not raised has the group for denying only, so it is not among these.
    @Test
    void of_everybodyElse_mayLook() {
        assertThat(permissions.of(token(ANN, "S-1-5-32-545", "S-1-5-11"))).contains(new Caller(ANN, false));
        assertThat(new WindowsPermissions(Optional.empty()).of(token(ANN, GROUP)))
                .contains(new Caller(ANN, false));
    }

    @Test
    void of_whoComesOverTheNetworkOrHides_isHungUpOn() {
        assertThat(permissions.of(token("S-1-5-18", "S-1-5-2"))).isEmpty();
        assertThat(permissions.of(new Token("S-1-5-7", Set.of(), true))).isEmpty();
    }

    @Test
    void pipe_isTheFirstOfItsName_andRefusesTheNetwork() {
        var first = ControlPipe.first(SocketPath.PIPE);
        assertThat(first.openMode() & 0x0008_0000).isNotZero();
        assertThat(first.pipeMode() & 0x8).isNotZero();
        assertThat(first.name()).startsWith("\\\\.\\pipe\\ProtectedPrefix\\Administrators\\");
        assertThat(first.next().openMode()).isEqualTo(first.openMode() & ~0x0008_0000);
        assertThat(first.next().name()).isEqualTo(first.name());
    }

    private static Token token(String user, String... groups) {
        return new Token(user, Set.of(groups), false);
    }
}
