// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.control.Caller;
import org.ginnel.daemon.windows.Sid;

/// Who may change the tunnel on Windows: the system, raised administrators, and members of the local group
/// `ginnel`. Everybody of this machine may look. Pure.
///
/// @param group the group's identity, as `LookupAccountNameW` knows it; empty where there is none
public record WindowsPermissions(Optional<String> group) {
    /// What Windows says of a caller (`ImpersonateNamedPipeClient`, `GetTokenInformation`), asked before
    /// the first byte is read.
    ///
    /// @param user identity of the user, such as `S-1-5-21-...-1001`; its name may be known only to a server that
    /// cannot be reached
    /// @param groups identities of groups that are enabled in the token and are not for denying only
    /// @param anonymous whether the caller hid who it is (`SecurityAnonymous`)
    public record Token(String user, Set<String> groups, boolean anonymous) {
        public Token {
            groups = Set.copyOf(groups);
        }
    }

    /// Empty for who has to be hung up on: somebody over the network, or who hides.
    public Optional<Caller> of(Token token) {
        if (token.anonymous() || token.groups().contains(Sid.NETWORK.toString())) {
            return Optional.empty();
        }
        var may = token.user().equals(Sid.LOCAL_SYSTEM.toString())
                || token.groups().contains(Sid.ADMINISTRATORS.toString())
                || group.filter(token.groups()::contains).isPresent();
        return Optional.of(new Caller(token.user(), may));
    }
}
