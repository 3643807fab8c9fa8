// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes files that only their owner may read, such that a crash at any instant leaves the old content or the new.
/// Where files have no modes, as on Windows, they have the rights of the folder they are made in.
public final class OwnerOnlyFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// Puts new content in the old one's place: written beside, forced to disk, renamed over (rename(2) is atomic),
    /// directory forced. Mode 0600.
    public static void replace(Path target, byte[] bytes) throws IOException {
        var beside = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(beside);
        var attributes = hasModes(beside) ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
        try (var out =
                FileChannel.open(beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(target);
    }

    /// Removes the file, and what a crash left beside it.
    public static void delete(Path target) throws IOException {
        Files.deleteIfExists(target.resolveSibling(target.getFileName() + ".new"));
        Files.deleteIfExists(target);
        forceDirectory(target);
    }

    /// Whether files have modes there, and directories can be forced to disk.
    static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void forceDirectory(Path target) throws IOException {
        if (!hasModes(target)) {
            return;
        }
        try (var directory = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private OwnerOnlyFile() {}
}
