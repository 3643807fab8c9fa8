// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ginnel.account.Surface;
import org.ginnel.control.ControlCodec;
import org.ginnel.json.Json;
import org.ginnel.json.JsonRecords;
import org.ginnel.json.MalformedJsonException;
import org.ginnel.settings.Settings;
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
    private static final long MAX_BYTES = ControlCodec.MAX_REPLY_BYTES;

    private final Path file;
    private final Path spare;
    private final JsonRecords json = new JsonRecords();

    /// What stands in the file.
    private record Kept(
            int format,
            Optional<Login> login,
            Settings settings,
            List<String> recents,
            List<String> favourites,
            List<OwnServer> own,
            Optional<Wanted> wanted,
            Optional<Instant> pausedUntil) {
        static Kept of(Saved saved) {
            return new Kept(
                    FORMAT,
                    saved.login(),
                    saved.settings(),
                    saved.recents(),
                    saved.favourites(),
                    saved.own(),
                    saved.wanted(),
                    saved.pausedUntil());
        }

        Saved saved() {
            return new Saved(login, settings, recents, favourites, own, wanted, pausedUntil);
        }
    }

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
            return Optional.of(saved(from, Json.read(bytes, JsonRecords.LONGEST_TEXT)));
        } catch (MalformedJsonException e) {
            throw new IOException(from + " is damaged: " + e.getMessage());
        }
    }

    private Saved saved(Path from, Json read) throws IOException {
        if (!(read instanceof Json.Fields fields)) {
            throw new IOException(from + " is damaged: it is no object");
        }
        var format = fields.at(FORMAT_FIELD).whole().orElse(1L);
        if (format < 1 || format > FORMAT) {
            throw new IOException(from + " has format " + format + ", and this Ginnel knows " + FORMAT
                    + ": install the newer one again");
        }
        return json.read(upToDate(fields, format).with(FORMAT_FIELD, FORMAT), Kept.class)
                .saved();
    }

    /// What an earlier format did not have. What may be empty needs no mention: it is when it is not there.
    private static Json.Fields upToDate(Json.Fields saved, long format) {
        var none = Json.Items.of(List.of());
        var newer = saved;
        if (format == 1) {
            newer = within(
                    newer,
                    "settings",
                    settings -> settings.with("lockdown", new Json.Truth(false)).with("dns", none));
        }
        if (format <= 2) {
            newer = newer.with("favourites", none).with("own", none);
        }
        if (format <= 3) {
            newer = within(newer, "login", StateFile::knowingNoSurface);
        }
        return within(newer, "login", login -> within(login, "device", StateFile::withServers));
    }

    /// Before format 4 the API was asked on the legacy surface only.
    private static Json.Fields knowingNoSurface(Json.Fields login) {
        return login.with("surface", Surface.UNKNOWN.name())
                .with("reaches", Json.Fields.none())
                .with("device", Json.Fields.none())
                .with("outdated", Json.Items.of(List.of()));
    }

    /// Which servers do not expect a key is told since the format got its number.
    private static Json.Fields withServers(Json.Fields device) {
        UnaryOperator<Json.Fields> complete =
                key -> key.at("pending").isThere() ? key : key.with("pending", Json.Items.of(List.of()));
        return within(within(device, "inUse", complete), "next", complete);
    }

    /// The same with another object in that field, where one stands there.
    private static Json.Fields within(Json.Fields object, String name, UnaryOperator<Json.Fields> change) {
        return object.at(name) instanceof Json.Fields fields ? object.with(name, change.apply(fields)) : object;
    }

    private byte[] bytes(Saved saved) {
        return json.write(Kept.of(saved));
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
