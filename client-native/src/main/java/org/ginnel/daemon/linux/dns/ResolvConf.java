// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.linux.dns.Durable.Access;
import org.ginnel.daemon.linux.dns.Original.Kind;

/// `/etc/resolv.conf`, changed for a while and put back as it was: content, mode and owner, or the symbolic link.
///
/// What it was is on disk before it is changed, so it is put back after a crash too. What somebody else wrote
/// there meanwhile stays.
final class ResolvConf {
    private static final int MAX_BYTES = 1 << 16;

    private final Path file;
    private final Path backup;

    /// @param backup where to keep what it was
    ResolvConf(Path file, Path backup) {
        this.file = file;
        this.backup = backup;
    }

    /// What the file says; empty when it is not there or cannot be read.
    String text() {
        try {
            return read().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /// Where the file points; empty when it is no symbolic link.
    String target() {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /// Makes the file say `text`.
    void replace(String text) throws IOException {
        var kept = Original.load(backup).filter(this::isStillOurs);
        var original = kept.isPresent() ? kept.get() : original();
        original.alsoOurs(text).save(backup);
        write(text, original.access());
    }

    /// Whether the file says what it was last made to say.
    boolean stands() throws IOException {
        return Original.load(backup).filter(this::isStillOurs).isPresent();
    }

    /// Puts back what was there; nothing to do is success.
    void restore() throws IOException {
        var original = Original.load(backup).filter(this::isStillOurs);
        if (original.isPresent()) {
            switch (original.get().kind()) {
                case FILE -> write(original.get().content(), original.get().access());
                case LINK -> Durable.link(file, Path.of(original.get().content()));
                case ABSENT -> Durable.delete(file);
            }
        }
        Durable.delete(backup);
    }

    private boolean isStillOurs(Original original) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && original.isOurs(text());
    }

    private void write(String text, Access access) throws IOException {
        var bytes = text.getBytes(ISO_8859_1);
        try {
            Durable.replace(file, bytes, access);
        } catch (FileSystemException e) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            Durable.overwrite(file, bytes);
        }
    }

    private Original original() throws IOException {
        var target = target();
        if (!target.isEmpty()) {
            return new Original(Kind.LINK, target, Original.PUBLIC, List.of());
        }
        var content = read();
        return content.isPresent()
                ? new Original(Kind.FILE, content.get(), access(), List.of())
                : new Original(Kind.ABSENT, "", Original.PUBLIC, List.of());
    }

    private Access access() throws IOException {
        return new Access(attribute("mode"), attribute("uid"), attribute("gid"));
    }

    private int attribute(String name) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<String> read() throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(file + " is larger than 64 KiB");
            }
            return Optional.of(new String(bytes, ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
