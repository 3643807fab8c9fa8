// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.Surface;
import org.ginnel.control.ControlCodec;
import org.ginnel.tunnel.ErrorCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one file that [Saved] lives in. A crash at any instant leaves the old content or the new, never a
/// mixture: written beside, forced to disk, renamed over (rename(2) is atomic), directory forced. Mode 0600 in
/// a directory of mode 0700; see [OwnerOnlyFile]. To be used from one thread.
public final class StateFile {
    /// What this version writes. A file of a later one is refused, one of an earlier one is brought up to date;
    /// one without a number is of format 1.
    static final int FORMAT = 4;

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final String FORMAT_FIELD = "format";
    private static final List<String> LATER_FIELDS = List.of("weight", "capacity");
    private static final List<String> DEVICE_KEYS = List.of("inUse", "next");
    private static final long MAX_BYTES = ControlCodec.MAX_REPLY_BYTES;

    private final Path file;
    private final Path spare;
    private final ObjectMapper mapper = ControlCodec.newMapper();

    /// Makes the directory when it is missing.
    ///
    /// @param directory such as `/var/lib/ginnel`
    /// @param spare a file in memory, such as `/run/ginnel/state.json`, that is written when the disk refuses,
    ///     say because it is full, and read first: it is removed as soon as the disk takes the state again
    public StateFile(Path directory, Path spare) throws IOException {
        Files.createDirectories(directory);
        if (OwnerOnlyFile.hasModes(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        this.file = directory.resolve("state.json");
        this.spare = spare;
    }

    /// What was last written; [Saved#nothing()] when nothing ever was.
    ///
    /// @throws IOException when there is a file but it cannot be read or is not ours: nobody may conclude then
    ///     that no tunnel was wanted
    public Saved read() throws IOException {
        var newest = isOurs(spare) ? read(spare) : Optional.<Saved>empty();
        return newest.isPresent() ? newest.get() : read(file).orElseGet(Saved::nothing);
    }

    /// Nobody else may tell us by a file of theirs what is wanted.
    private boolean isOurs(Path found) throws IOException {
        try {
            return Files.getOwner(found, LinkOption.NOFOLLOW_LINKS)
                    .equals(Files.getOwner(file.toAbsolutePath().getParent()));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Optional<Saved> read(Path from) throws IOException {
        byte[] bytes;
        try {
            if (Files.size(from) > MAX_BYTES) {
                throw new IOException(from + " is larger than " + MAX_BYTES + " bytes");
            }
            bytes = Files.readAllBytes(from);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(saved(from, mapper.readTree(bytes)));
        } catch (JsonProcessingException e) {
            // The exception quotes what it read, which holds keys: only its kind goes on.
            throw new IOException(from + " is damaged: " + e.getClass().getSimpleName());
        }
    }

    private Saved saved(Path file, JsonNode tree) throws IOException {
        if (!(tree instanceof ObjectNode object)) {
            throw new IOException(file + " is damaged: it is no object");
        }
        var format = object.path(FORMAT_FIELD).asInt(1);
        if (format < 1 || format > FORMAT) {
            throw new IOException(file + " has format " + format + ", and this Ginnel knows " + FORMAT
                    + ": install the newer one again");
        }
        if (format == 1 && object.get("settings") instanceof ObjectNode settings) {
            settings.put("lockdown", false).putArray("dns");
        }
        if (format <= 2) {
            object.putArray("favourites");
            object.putArray("own");
        }
        if (format <= 3) {
            knowNoSurface(object);
        }
        return mapper.treeToValue(complete(object).without(FORMAT_FIELD), Saved.class);
    }

    /// Before format 4 the API was asked on the legacy surface only, and keys had no age.
    private static void knowNoSurface(ObjectNode saved) {
        if (saved.get("settings") instanceof ObjectNode settings) {
            settings.putNull("keysFor");
        }
        if (saved.get("login") instanceof ObjectNode login) {
            login.put("surface", Surface.UNKNOWN.name());
            login.putObject("reaches");
            login.putObject("device")
                    .putNull("id")
                    .putNull("inUse")
                    .putNull("next")
                    .putNull("before");
            login.putArray("outdated");
            for (var issued : login.path("issued")) {
                if (issued instanceof ObjectNode config) {
                    config.putNull("made").putNull("nextKey");
                }
            }
        }
    }

    /// What servers may tell since the format got its number: files without it are read as if none of them did.
    private static ObjectNode complete(ObjectNode saved) {
        var servers = new ArrayList<JsonNode>();
        saved.path("login").path("servers").forEach(servers::add);
        saved.path("own").forEach(own -> servers.add(own.path("server")));
        servers.add(saved.path("wanted").path("server"));
        for (var server : servers) {
            if (server instanceof ObjectNode object) {
                LATER_FIELDS.stream().filter(field -> !object.has(field)).forEach(object::putNull);
            }
        }
        var device = saved.path("login").path("device");
        DEVICE_KEYS.forEach(name -> completeKey(device.path(name)));
        return saved;
    }

    /// The same of what operators may say of a key.
    private static void completeKey(JsonNode key) {
        if (key instanceof ObjectNode object && !object.has("pending")) {
            object.putNull("rotateBy").putArray("pending");
        }
    }

    private byte[] bytes(Saved saved) throws JsonProcessingException {
        var object = mapper.createObjectNode().put(FORMAT_FIELD, FORMAT);
        return mapper.writeValueAsBytes(object.setAll((ObjectNode) mapper.valueToTree(saved)));
    }

    /// Replaces what was written: on the disk, else in memory, where it lasts until the machine is switched off.
    ///
    /// @return why neither took it; the old content then still stands. Empty when one did
    public Optional<ErrorCause> write(Saved saved) {
        try {
            OwnerOnlyFile.replace(file, bytes(saved));
            Files.deleteIfExists(spare);
            return Optional.empty();
        } catch (IOException e) {
            return writeSpare(saved, e);
        }
    }

    private Optional<ErrorCause> writeSpare(Saved saved, IOException why) {
        try {
            OwnerOnlyFile.replace(spare, bytes(saved));
            LOG.warn(
                    "{} cannot be written ({}); kept in memory until it can",
                    file,
                    why.getClass().getSimpleName());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new ErrorCause.SystemRefused(
                    ErrorCause.Part.STORE, file.toString(), why.getClass().getSimpleName()));
        }
    }
}
