// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// The files of a package while it is put together: each with a mode and the time of the release, so that the same
/// sources make the same package.
///
/// @param root stands for `/`
record Tree(Path root, Instant time) {
    /// Adds a file that everybody may read.
    void put(String path, byte[] content) throws IOException {
        write(path, content, "rw-r--r--");
    }

    void put(String path, String text) throws IOException {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds a program.
    void putProgram(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8), "rwxr-xr-x");
    }

    /// Adds a file as manuals and changelogs are kept.
    void putZipped(String path, String text) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) { // its header has no name and no time
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        put(path + ".gz", zipped.toByteArray());
    }

    void link(String path, String target) throws IOException {
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

    /// The lines of `md5sums`, which dpkg verifies by: of every file but the package's own.
    String md5sums() throws IOException {
        var lines = new StringBuilder();
        for (var file : files()) {
            var name = root.relativize(file).toString();
            if (!name.startsWith("DEBIAN/")) {
                lines.append(md5(file)).append("  ").append(name).append('\n');
            }
        }
        return lines.toString();
    }

    private static String md5(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /// What it takes on the disk, in KiB, as Debian's policy counts.
    long kibibytes() throws IOException {
        var sum = 0L;
        for (var file : files()) {
            sum += (Files.size(file) + 1023) / 1024;
        }
        return sum;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /// Gives every file and folder the time of the release.
    void date() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, FileTime.from(time));
                }
            }
        }
    }
}
