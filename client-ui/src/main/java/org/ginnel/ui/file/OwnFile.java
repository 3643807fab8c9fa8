// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// A small file of the window's own: read bounded, replaced as a whole. What the disk refuses costs a line in
/// the log; where there is no place for it nothing is kept.
///
/// @param path of it; empty where nothing can be kept
/// @param mostBytes that are read; a larger one is none
public record OwnFile(Optional<Path> path, int mostBytes) {
    /// What was written last; empty when there was nothing.
    public Optional<byte[]> read() {
        try {
            if (path.isEmpty() || Files.size(path.get()) > mostBytes) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(path.get()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            warn("read", e);
            return Optional.empty();
        }
    }

    /// Replaces what was written.
    public void write(byte[] bytes) {
        try {
            if (path.isPresent()) {
                var target = path.get();
                Files.createDirectories(target.resolveSibling("."));
                var beside = target.resolveSibling(target.getFileName() + ".new");
                Files.write(beside, bytes);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            warn("written", e);
        }
    }

    private void warn(String what, IOException e) {
        LoggerFactory.getLogger(OwnFile.class).warn("a file of the window cannot be {}: {}", what, e.toString());
    }
}
