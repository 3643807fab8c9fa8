// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may change the tunnel: root, the user the daemon runs as, and members of the group `ginnel`. Everybody
/// on the machine may look.
public final class Permissions {
    /// Members of this group may change the tunnel.
    public static final String GROUP = "ginnel";

    private static final long MAX_GROUP_FILE_BYTES = 1024 * 1024;

    private final Set<String> owners;
    private final Path groupFile;

    /// @param owners users who may change it whatever their groups
    /// @param groupFile such as `/etc/group`; read anew for each caller, so that a new member need not restart us
    public Permissions(Set<String> owners, Path groupFile) {
        this.owners = Set.copyOf(owners);
        this.groupFile = groupFile;
    }

    /// What the kernel's word about a caller entitles it to.
    ///
    /// @param primaryGroup the caller's own group
    public Caller of(String user, String primaryGroup) {
        var may =
                owners.contains(user) || primaryGroup.equals(GROUP) || members().contains(user);
        return new Caller(user, may);
    }

    /// Nobody, when the file cannot be read: a doubt entitles to nothing.
    private Set<String> members() {
        try {
            if (Files.size(groupFile) > MAX_GROUP_FILE_BYTES) {
                return Set.of();
            }
            return membersIn(Files.readString(groupFile));
        } catch (IOException e) {
            return Set.of();
        }
    }

    /// Members that a text in the form of group(5) names.
    static Set<String> membersIn(String groups) {
        return groups.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 4 && fields[0].equals(GROUP))
                .flatMap(fields -> Arrays.stream(fields[3].split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
