// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a JVM does with an archive of the classes that its program uses (class data sharing, JEP 350).
public enum Archives {
    /// Nothing.
    NONE,
    /// Starts with it, if there is one.
    USED,
    /// Makes one when it is asked to end, beside the place of the old: others may be starting with that.
    MADE;

    List<String> flags(Path archive) {
        return switch (this) {
            case NONE -> List.of();
            // What does not fit is refused, with a warning on the standard output, where nobody expects one.
            case USED ->
                Files.exists(archive)
                        ? List.of("-Xlog:disable", "-Xshare:auto", "-XX:SharedArchiveFile=" + archive)
                        : List.of();
            case MADE -> List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + made(archive));
        };
    }

    static Path made(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".new");
    }
}
