// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.control.ControlCodec;
import org.ginnel.daemon.store.VersionedFile;
import org.ginnel.history.History;

/// The one file that [History] lives in, a [VersionedFile]. What cannot be written is forgotten at the next start and
/// said in the log: no tunnel waits for it. Any thread.
public final class HistoryFile {
    /// What this version writes.
    static final int FORMAT = 1;

    private static final long MAX_BYTES = ControlCodec.MAX_REPLY_BYTES;

    private final VersionedFile<Kept> file;

    /// What stands in the file.
    private record Kept(int format, History history) implements VersionedFile.Content {}

    /// @param directory such as `/var/lib/ginnel`, which is there
    public HistoryFile(Path directory) {
        this.file = new VersionedFile<>(
                directory.resolve("history.json"), Kept.class, FORMAT, MAX_BYTES, "nothing is remembered");
    }

    /// What was written last; [History#empty()] when nothing was. Of a file that cannot be read nothing is known, not
    /// even whether the user wanted one, so nothing is remembered from then on.
    public History read() {
        var history = file.read(new Kept(FORMAT, History.empty()), new Kept(FORMAT, History.off()))
                .history();
        return history.kept() ? history : History.off();
    }

    /// Replaces what was written by what is known when its turn has come; removes the file when that is nothing.
    public synchronized void writeNewest(Supplier<History> newest) {
        var history = newest.get();
        file.write(history.equals(History.empty()) ? Optional.empty() : Optional.of(new Kept(FORMAT, history)));
    }
}
