// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.ginnel.json.JsonRecords;
import org.ginnel.json.MalformedJsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of ours that nothing waits for: JSON of mode 0600, replaced as a whole, so that a crash at any instant leaves
/// the old content or the new. What cannot be read or written is said in the log. One thread at a time.
///
/// @param <T> what stands in it
public final class VersionedFile<T extends VersionedFile.Content> {
    private static final Logger LOG = LoggerFactory.getLogger(VersionedFile.class);

    private final Path file;
    private final Class<T> type;
    private final int format;
    private final long mostBytes;
    private final String consequence;
    private final JsonRecords json = new JsonRecords();

    /// What stands in such a file.
    public interface Content {
        /// The format that it was written in.
        int format();
    }

    /// @param format the one that this version writes, and the only one that it reads
    /// @param mostBytes a larger file is not read
    /// @param consequence of a file that cannot be used, for the log, such as `nothing is remembered`
    public VersionedFile(Path file, Class<T> type, int format, long mostBytes, String consequence) {
        this.file = file;
        this.type = type;
        this.format = format;
        this.mostBytes = mostBytes;
        this.consequence = consequence;
    }

    /// What was written last.
    ///
    /// @param absent where there is no such file
    /// @param unusable where it cannot be read
    public T read(T absent, T unusable) {
        try {
            if (Files.size(file) > mostBytes) {
                throw new IOException("it is larger than " + mostBytes + " bytes");
            }
            var kept = json.read(Files.readAllBytes(file), type);
            if (kept.format() != format) {
                throw new IOException("it has format " + kept.format() + ", and this Ginnel knows " + format);
            }
            return kept;
        } catch (NoSuchFileException e) {
            return absent;
        } catch (MalformedJsonException e) {
            LOG.warn("{} is damaged, so {}: {}", file, consequence, e.getMessage());
            return unusable;
        } catch (IOException e) {
            LOG.warn("{} cannot be read, so {}: {}", file, consequence, e.getMessage());
            return unusable;
        }
    }

    /// Replaces what was written; removes the file when that is nothing.
    public void write(Optional<T> content) {
        try {
            if (content.isEmpty()) {
                OwnerOnlyFile.delete(file);
            } else {
                OwnerOnlyFile.replace(file, json.write(content.get()));
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getClass().getSimpleName());
        }
    }
}
