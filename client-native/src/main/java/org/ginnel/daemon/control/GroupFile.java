// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Members by a file in the form of group(5), read anew each time.
record GroupFile(Path file) implements Permissions.Members {
    private static final long MAX_BYTES = 1024 * 1024;

    @Override
    public boolean have(String user) {
        try {
            return Files.size(file) <= MAX_BYTES
                    && membersIn(Files.readString(file)).contains(user);
        } catch (IOException e) {
            return false;
        }
    }

    /// Members of our group that a text names.
    static Set<String> membersIn(String groups) {
        return groups.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 4 && fields[0].equals(Permissions.GROUP))
                .flatMap(fields -> Arrays.stream(fields[3].split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
