// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The one file that [Estimates] live in, a [VersionedFile]. What cannot be read or written is measured again. Any
/// thread.
public final class EstimatesFile {
    /// What this version writes.
    static final int FORMAT = 1;

    private static final long MAX_BYTES = 1024 * 1024;

    private final VersionedFile<Kept> file;

    /// What stands in the file.
    private record Kept(int format, Estimates estimates) implements VersionedFile.Content {}

    /// @param directory such as `/var/lib/ginnel`, which is there
    public EstimatesFile(Path directory) {
        this.file = new VersionedFile<>(
                directory.resolve("latency.json"), Kept.class, FORMAT, MAX_BYTES, "servers are measured anew");
    }

    /// What was written last; [Estimates#nothing()] when nothing was or it cannot be used.
    public Estimates read() {
        var nothing = new Kept(FORMAT, Estimates.nothing());
        return file.read(nothing, nothing).estimates();
    }

    /// Replaces what was written by the newest of what is known when its turn has come; removes the file when that is
    /// nothing.
    public synchronized void writeNewest(Supplier<Estimates> known) {
        var newest = known.get().newest();
        file.write(newest.equals(Estimates.nothing()) ? Optional.empty() : Optional.of(new Kept(FORMAT, newest)));
    }
}
