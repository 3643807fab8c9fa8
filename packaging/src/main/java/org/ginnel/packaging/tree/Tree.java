// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/// The files of a package while it is put together: each with a mode and the time of the release, so that the same
/// sources make the same package.
///
/// @param root stands for `/`
public record Tree(Path root, Instant time) {
    /// Adds a file that everybody may read.
    public void put(String path, byte[] content) throws IOException {
        write(path, content, "rw-r--r--");
    }

    /// Adds a file that everybody may read.
    public void put(String path, String text) throws IOException {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds a program.
    public void putProgram(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8), "rwxr-xr-x");
    }

    /// Adds a file as manuals and changelogs are kept.
    public void putZipped(String path, String text) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) { // its header has no name and no time
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        put(path + ".gz", zipped.toByteArray());
    }

    /// Adds a symbolic link.
    public void link(String path, String target) throws IOException {
        Files.createSymbolicLink(place(path), Path.of(target));
    }

    private void write(String path, byte[] content, String mode) throws IOException {
        var file = place(path);
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private Path place(String path) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    /// The sum of every file, a line each as `md5sum` and its like print and check them.
    ///
    /// @param algorithm as [MessageDigest] has it
    public String sums(String algorithm) throws IOException {
        return sums(algorithm, _ -> true);
    }

    /// The same of those files alone whose path fits.
    public String sums(String algorithm, Predicate<String> which) throws IOException {
        var lines = new StringBuilder();
        for (var file : files()) {
            var name = root.relativize(file).toString();
            if (which.test(name)) {
                lines.append(FileSum.of(algorithm, file))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        }
        return lines.toString();
    }

    /// What it takes on the disk, in KiB, as Debian's policy counts.
    public long kibibytes() throws IOException {
        var sum = 0L;
        for (var file : files()) {
            sum += (Files.size(file) + 1023) / 1024;
        }
        return sum;
    }

    /// All files and links but those in `home`, by their path; of links, where they lead.
    public SortedMap<String, Optional<String>> outside(String home) throws IOException {
        var outside = new TreeMap<String, Optional<String>>();
        try (var all = Files.walk(root)) {
            for (var file : all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                var name = root.relativize(file).toString();
                if (!name.startsWith(home + "/")) {
                    outside.put(name, target(file));
                }
            }
        }
        return outside;
    }

    private static Optional<String> target(Path file) throws IOException {
        return Files.isSymbolicLink(file)
                ? Optional.of(Files.readSymbolicLink(file).toString())
                : Optional.empty();
    }

    /// All that are files, in order of their names.
    List<Path> files() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /// Gives every file and folder the time of the release.
    public void date() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(file)) { // whose own time Java cannot set
                    Files.setLastModifiedTime(file, FileTime.from(time));
                }
            }
        }
    }
}
