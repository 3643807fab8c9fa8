// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The token of our reference on `pf`, kept on disk so that a later process gives it back. The kernel
/// counts references until it restarts or somebody disables `pf`; a token that it does not know is none.
final class PfReference {
    private static final Logger LOG = LoggerFactory.getLogger(PfReference.class);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");

    private final Path note;

    PfReference(Path note) {
        this.note = note;
    }

    /// The token, if one is kept.
    Optional<String> token() {
        try {
            return Files.exists(note)
                    ? Optional.of(Files.readString(note).strip())
                            .filter(text -> DIGITS.matcher(text).matches())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("the reference on pf cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// Keeps it. Where that fails, one reference is left behind, and `pf` stays enabled after us.
    void keep(String token) {
        try {
            Files.writeString(note, token);
        } catch (IOException e) {
            LOG.warn("pf will stay enabled after us, its reference {} cannot be kept: {}", token, e.getMessage());
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("the reference on pf cannot be forgotten: {}", e.getMessage());
        }
    }
}
