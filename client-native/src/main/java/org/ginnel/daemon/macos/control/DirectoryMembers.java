// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;

/// Members of a group by Open Directory, which `/etc/group` of a Mac knows nothing of: `id -G` lists the
/// numbers of all groups of a user, nested ones too. Not their names, as those of a directory of some company
/// may have spaces in them, or be like ours: the group that counts is the one of this Mac. Administrators
/// count as members, as they may install what they like.
///
/// Who the caller is says the kernel: Java's `SO_PEERCRED` is `LOCAL_PEERCRED` there
/// (`MacOSXSocketOptions.c` of the JDK).
public final class DirectoryMembers implements Permissions.Members {
    /// What no program takes for an option.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,254}");

    /// The group `admin` of every Mac.
    private static final String ADMINISTRATORS = "80";

    /// What `dscl` says of a group.
    private static final Pattern NUMBER = Pattern.compile("PrimaryGroupID:\\s+(\\d{1,10})\\s*");

    private final Commands commands;

    public DirectoryMembers(Commands commands) {
        this.commands = commands;
    }

    @Override
    public boolean have(String user) {
        if (!NAME.matcher(user).matches()) {
            return false;
        }
        var groups = said("id", "-G", user)
                .map(numbers -> Set.copyOf(List.of(numbers.strip().split("\\s+", -1))))
                .orElse(Set.of());
        return groups.contains(ADMINISTRATORS)
                || ours().filter(groups::contains).isPresent();
    }

    private Optional<String> ours() {
        return said("dscl", ".", "-read", "/Groups/" + Permissions.GROUP, "PrimaryGroupID")
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(number -> number.group(1));
    }

    private Optional<String> said(String... argv) {
        return commands.run(Command.of(argv)) instanceof Exited(int code, String stdout, String _) && code == 0
                ? Optional.of(stdout)
                : Optional.empty();
    }
}
