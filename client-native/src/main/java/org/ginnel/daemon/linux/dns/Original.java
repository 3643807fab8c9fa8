// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ginnel.daemon.linux.dns.Durable.Access;
import org.ginnel.json.JsonRecords;
import org.ginnel.json.MalformedJsonException;

/// What a file was before we changed it, and what we made it say. Kept on disk, for root only.
///
/// @param content of a file, or where a symbolic link points
/// @param access of a file
/// @param ours what we wrote there; two texts while one takes the other's place
record Original(Kind kind, String content, Access access, List<String> ours) {
    /// Of files that were none before.
    static final Access PUBLIC = new Access(0644, 0, 0);

    private static final Access ROOT_ONLY = new Access(0600, 0, 0);
    private static final JsonRecords JSON = new JsonRecords();
    private static final int MAX_BYTES = 1 << 19;

    /// What stood there.
    enum Kind {
        FILE,
        LINK,
        ABSENT
    }

    Original {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(content);
        Objects.requireNonNull(access);
        ours = List.copyOf(ours);
    }

    /// The same, with one more text that is ours.
    Original alsoOurs(String text) {
        return new Original(kind, content, access, ours.isEmpty() ? List.of(text) : List.of(text, ours.getFirst()));
    }

    /// Whether a file that says `text` is as we left it. Half of ours is ours: a crash in the middle of writing.
    boolean isOurs(String text) {
        return ours.stream().anyMatch(our -> our.startsWith(text));
    }

    /// Empty when nothing was kept, or nothing that makes sense.
    static Optional<Original> load(Path from) throws IOException {
        try (var in = Files.newInputStream(from)) {
            return Optional.of(JSON.read(in.readNBytes(MAX_BYTES), Original.class, MAX_BYTES));
        } catch (NoSuchFileException | MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /// Is on the disk when it returns.
    void save(Path to) throws IOException {
        Durable.replace(to, JSON.write(this), ROOT_ONLY);
    }
}
