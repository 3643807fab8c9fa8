// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.nio.file.Path;
import java.util.Set;

/// Who may change the tunnel: root, the user the daemon runs as, and members of the group `ginnel`. Everybody
/// on the machine may look.
public final class Permissions {
    /// Members of this group may change the tunnel.
    public static final String GROUP = "ginnel";

    private final Set<String> owners;
    private final Members members;

    /// @param owners users who may change it whatever their groups
    /// @param groupFile such as `/etc/group`; read anew each time, so that a new member need not log in
    ///     again, nor restart us
    public Permissions(Set<String> owners, Path groupFile) {
        this(owners, inFile(groupFile));
    }

    /// @param owners users who may change it whatever their groups
    /// @param members asked anew each time
    public Permissions(Set<String> owners, Members members) {
        this.owners = Set.copyOf(owners);
        this.members = members;
    }

    /// Those of a file in the form of group(5).
    ///
    /// @param groupFile such as `/etc/group`
    public static Members inFile(Path groupFile) {
        return new GroupFile(groupFile);
    }

    /// Who belongs to the group [#GROUP].
    public interface Members {
        /// Whether `user` does; false also when that cannot be found out: a doubt entitles to nothing.
        boolean have(String user);
    }

    /// What the kernel's word about a caller entitles it to.
    ///
    /// @param primaryGroup the caller's own group
    public Caller of(String user, String primaryGroup) {
        var may = owners.contains(user) || primaryGroup.equals(GROUP) || members.have(user);
        return new Caller(user, may);
    }
}
