// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.ginnel.control.ControlCodec;
import org.ginnel.daemon.store.OwnerOnlyFile;
import org.ginnel.history.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one file that [History] lives in: mode 0600, replaced as a whole, so that a crash at any instant leaves the old
/// content or the new. What cannot be written is forgotten at the next start and said in the log: no tunnel waits for
/// it. Any thread.
public final class HistoryFile {
    /// What this version writes.
    static final int FORMAT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final long MAX_BYTES = ControlCodec.MAX_REPLY_BYTES;

    private final Path file;
    private final ObjectMapper mapper = ControlCodec.newMapper();

    /// What stands in the file.
    private record Kept(int format, History history) {}

    /// @param directory such as `/var/lib/ginnel`, which is there
    public HistoryFile(Path directory) {
        this.file = directory.resolve("history.json");
    }

    /// What was written last; [History#empty()] when nothing was. Of a file that cannot be read nothing is known, not
    /// even whether the user wanted one, so nothing is remembered from then on.
    public History read() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES + " bytes");
            }
            var kept = mapper.readValue(Files.readAllBytes(file), Kept.class);
            if (kept.format() != FORMAT) {
                throw new IOException("it has format " + kept.format() + ", and this Ginnel knows " + FORMAT);
            }
            return kept.history().kept() ? kept.history() : History.off();
        } catch (NoSuchFileException e) {
            return History.empty();
        } catch (JsonProcessingException e) {
            LOG.warn(
                    "{} is damaged, so nothing is remembered: {}",
                    file,
                    e.getClass().getSimpleName());
            return History.off();
        } catch (IOException e) {
            LOG.warn("{} cannot be read, so nothing is remembered: {}", file, e.getMessage());
            return History.off();
        }
    }

    /// Replaces what was written by what is known when its turn has come; removes the file when that is nothing.
    public synchronized void writeNewest(Supplier<History> newest) {
        var history = newest.get();
        try {
            if (history.equals(History.empty())) {
                OwnerOnlyFile.delete(file);
            } else {
                OwnerOnlyFile.replace(file, mapper.writeValueAsBytes(new Kept(FORMAT, history)));
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getClass().getSimpleName());
        }
    }
}
