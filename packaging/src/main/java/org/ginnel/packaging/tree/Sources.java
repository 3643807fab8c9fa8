// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.packaging.Command;

/// What packages are made of.
///
/// @param root of the checkout
/// @param image that was made by `bin/image`
/// @param time of the release, which every file bears
public record Sources(Path root, Path image, Instant time) {
    /// The day of the release.
    public LocalDate date() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /// A file of `src/main/linux`.
    public String text(String name) throws IOException {
        return Files.readString(source(name));
    }

    /// A file of `src/main`, such as `macos/postinstall`.
    public String file(String path) throws IOException {
        return Files.readString(root.resolve("packaging/src/main").resolve(path));
    }

    /// What was changed since the first release.
    public String changelog() throws IOException {
        return Files.readString(root.resolve("CHANGELOG.md"));
    }

    /// The licence that all of ours is under.
    public String licence() throws IOException {
        return Files.readString(root.resolve("LICENSE"));
    }

    /// A file of `src/main/linux` as it is.
    public byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(source(name));
    }

    /// What a program of the image says.
    String said(String program, String... words) throws IOException {
        var argv = Stream.concat(Stream.of(image.resolve("bin").resolve(program).toString()), Stream.of(words));
        return Command.run(argv.toList());
    }

    /// Names of the files in a folder of `src/main/linux`, in order.
    List<String> names(String folder) throws IOException {
        try (var files = Files.list(source(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path source(String name) {
        return root.resolve("packaging/src/main/linux").resolve(name);
    }
}
