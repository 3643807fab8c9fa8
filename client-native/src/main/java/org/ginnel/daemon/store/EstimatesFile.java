// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.ginnel.control.ControlCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one file that [Estimates] live in: mode 0600, replaced as a whole. What cannot be read or written is measured
/// again, and the log says so: nothing waits for it. Any thread.
public final class EstimatesFile {
    /// What this version writes.
    static final int FORMAT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(EstimatesFile.class);
    private static final long MAX_BYTES = 1024 * 1024;

    private final Path file;
    private final ObjectMapper mapper = ControlCodec.newMapper();

    /// What stands in the file.
    private record Kept(int format, Estimates estimates) {}

    /// @param directory such as `/var/lib/ginnel`, which is there
    public EstimatesFile(Path directory) {
        this.file = directory.resolve("latency.json");
    }

    /// What was written last; [Estimates#nothing()] when nothing was or it cannot be used.
    public Estimates read() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES + " bytes");
            }
            var kept = mapper.readValue(Files.readAllBytes(file), Kept.class);
            if (kept.format() != FORMAT) {
                throw new IOException("it has format " + kept.format() + ", and this Ginnel knows " + FORMAT);
            }
            return kept.estimates();
        } catch (NoSuchFileException e) {
            return Estimates.nothing();
        } catch (JsonProcessingException e) {
            LOG.warn(
                    "{} is damaged, so servers are measured anew: {}",
                    file,
                    e.getClass().getSimpleName());
            return Estimates.nothing();
        } catch (IOException e) {
            LOG.warn("{} cannot be read, so servers are measured anew: {}", file, e.getMessage());
            return Estimates.nothing();
        }
    }

    /// Replaces what was written by the newest of what is known when its turn has come; removes the file when that is
    /// nothing.
    public synchronized void writeNewest(Supplier<Estimates> known) {
        var newest = known.get().newest();
        try {
            if (newest.equals(Estimates.nothing())) {
                OwnerOnlyFile.delete(file);
            } else {
                OwnerOnlyFile.replace(file, mapper.writeValueAsBytes(new Kept(FORMAT, newest)));
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getClass().getSimpleName());
        }
    }
}
