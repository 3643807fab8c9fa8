// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;

/// Where things lie: in the checkout that is packed, and in the image.
///
/// @param root the top directory of the checkout
/// @param image the top directory of the image
public record Layout(Path root, Path image) {
    /// The built jar of a program.
    public Path jar(Program program) {
        var jar = root.resolve(program.module() + "/target/" + program.module() + "-" + Version.OURS + ".jar");
        if (!Files.exists(jar)) {
            throw new PackagingException(jar + " is not there: run `make build`");
        }
        return jar;
    }

    /// The libraries of a program, by name. JavaFX is a part of the runtime; JSpecify's annotations are for
    /// compilers.
    public List<Path> libraries(Program program) throws IOException {
        return files(root.resolve(program.module() + "/target/lib"))
                .filter(jar -> jar.toString().endsWith(".jar"))
                .filter(jar -> !named(jar).startsWith("javafx-") && !named(jar).startsWith("jspecify-"))
                .toList();
    }

    /// JavaFX for this system, whose jars are the modules and hold the native code.
    public List<Path> javafx() throws IOException {
        return files(root.resolve("client-ui/target/lib"))
                .filter(jar -> named(jar).matches("javafx-\\w+-[\\d.]+-\\w.*\\.jar"))
                .toList();
    }

    Launcher launcher(Program program) throws IOException {
        var jars = Stream.concat(Stream.of(jar(program)), libraries(program).stream());
        return new Launcher(program, jars.map(Layout::named).toList());
    }

    /// The program's launcher in the image.
    Path bin(Program program) {
        return image.resolve("bin").resolve(program.name());
    }

    Path runtime() {
        return image.resolve("runtime");
    }

    /// Where launchers and records of the rehearsal lie.
    Path rehearsal() {
        return image.resolveSibling("rehearsal");
    }

    /// What a program wrote down during the rehearsal.
    Path record(Program program) {
        return rehearsal().resolve(program.name() + ".record");
    }

    static String named(Path path) {
        return path.getFileName().toString();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}
