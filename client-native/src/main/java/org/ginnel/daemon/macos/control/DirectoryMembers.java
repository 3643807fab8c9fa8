// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.control;

import java.util.List;
import java.util.regex.Pattern;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;

/// Members of a group by Open Directory, which `/etc/group` of a Mac knows nothing of: `id -Gn` lists all
/// groups of a user, nested ones too. Administrators count as members, as they may install what they like.
///
/// Who the caller is says the kernel: Java's `SO_PEERCRED` is `LOCAL_PEERCRED` there
/// (`MacOSXSocketOptions.c` of the JDK).
public final class DirectoryMembers implements Permissions.Members {
    /// What no program takes for an option.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,254}");

    private static final List<String> GROUPS = List.of(Permissions.GROUP, "admin");

    private final Commands commands;

    public DirectoryMembers(Commands commands) {
        this.commands = commands;
    }

    @Override
    public boolean have(String user) {
        return NAME.matcher(user).matches()
                && commands.run(Command.of("id", "-Gn", user)) instanceof Exited(int code, String stdout, String _)
                && code == 0
                && List.of(stdout.strip().split("\\s+", -1)).stream().anyMatch(GROUPS::contains);
    }
}
