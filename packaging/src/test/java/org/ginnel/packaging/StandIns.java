// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Programs that stand for those of a system, and write down what they are asked.
///
/// @param directory where they run, and write that down
/// @param programs where they lie, in that directory
public record StandIns(Path directory, String programs) {
    /// Before any: nothing was asked yet.
    public static StandIns in(Path directory, String programs) throws IOException {
        var made = new StandIns(directory, programs);
        Files.createFile(made.log());
        return made;
    }

    /// What was asked so far, a line for each.
    public List<String> asked() throws IOException {
        return Files.readAllLines(log());
    }

    /// One of that name, in the place of any before.
    ///
    /// @param does in the words of a shell
    public void program(String name, String does) throws IOException {
        write(Files.createDirectories(directory.resolve(programs)).resolve(name), does);
    }

    /// The same, elsewhere.
    public void write(Path program, String does) throws IOException {
        Files.writeString(
                program,
                "#!/bin/sh\ncd %s\necho \"%s $*\" >>log\n%s\n".formatted(directory, program.getFileName(), does));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path log() {
        return directory.resolve("log");
    }
}
