// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A log where nobody else keeps one: it goes on where the last run ended, and when it is full, between two
/// lines, it is put aside as the old one and begun anew. One writer.
final class BoundedLog extends OutputStream {
    /// Some days of a service that has something to say.
    static final long FULL = 1 << 20;

    private final Path file;
    private OutputStream out;
    private long size;
    private boolean between = true;

    private BoundedLog(Path file) throws IOException {
        this.file = file;
        this.size = Files.exists(file) ? Files.size(file) : 0;
        this.out = Files.newOutputStream(file, CREATE, APPEND);
    }

    /// @param file in a directory that exists
    static BoundedLog open(Path file) throws IOException {
        return new BoundedLog(file);
    }

    /// Where a full one is put, over the one before.
    static Path old(Path file) {
        return file.resolveSibling(file.getFileName() + ".old");
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (count == 0) {
            return;
        }
        if (between && size >= FULL) {
            begin();
        }
        out.write(bytes, from, count);
        size += count;
        between = bytes[from + count - 1] == '\n';
    }

    /// One that cannot be moved, as on Windows while somebody has it open, goes on, and is tried again a
    /// megabyte later.
    private void begin() throws IOException {
        out.close();
        var refused = putAside();
        out = Files.newOutputStream(file, CREATE, APPEND);
        size = 0;
        if (refused.isPresent()) {
            out.write(("this log grows, as it cannot be put aside: " + refused.get() + "\n").getBytes(UTF_8));
        }
    }

    private Optional<FileSystemException> putAside() throws IOException {
        try {
            Files.move(file, old(file), StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (FileSystemException e) {
            return Optional.of(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
