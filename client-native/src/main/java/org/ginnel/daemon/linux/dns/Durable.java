// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writing files so that what was written is on the disk when the call returns.
final class Durable {
    /// Who may do what with a file.
    ///
    /// @param mode the permission bits, set-user-id and its kin left out
    record Access(int mode, int uid, int gid) {}

    private Durable() {}

    /// Puts a new file in the old one's place: at every instant there is one or the other.
    static void replace(Path file, byte[] bytes, Access access) throws IOException {
        var beside = beside(file);
        Files.deleteIfExists(beside);
        try (var out = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Files.setAttribute(beside, "unix:mode", access.mode() & 0777);
            Files.setAttribute(beside, "unix:uid", access.uid());
            Files.setAttribute(beside, "unix:gid", access.gid());
            write(out, bytes);
        }
        moveOver(beside, file);
    }

    /// Puts a symbolic link in the file's place.
    static void link(Path file, Path target) throws IOException {
        var beside = beside(file);
        Files.deleteIfExists(beside);
        Files.createSymbolicLink(beside, target);
        moveOver(beside, file);
    }

    /// Writes into the file that is there, for files that are mounted and cannot be replaced (`EBUSY`).
    static void overwrite(Path file, byte[] bytes) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(out, bytes);
        }
    }

    /// Removes the file, if there is one.
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        forceDirectory(file);
    }

    private static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".ginnel");
    }

    private static void moveOver(Path beside, Path file) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        forceDirectory(file);
    }

    private static void write(FileChannel out, byte[] bytes) throws IOException {
        for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            out.write(buffer);
        }
        out.force(true);
    }

    private static void forceDirectory(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }
}
