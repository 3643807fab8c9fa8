// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Where lines go, each whole and at once: nothing is lost in a crash. A log that cannot be written does not stop the
/// service; the next line that can be says how many are missing.
final class LogOutput {
    private final OutputStream out;
    private long missing;

    /// @param out not buffered
    LogOutput(OutputStream out) {
        this.out = out;
    }

    synchronized void write(String line) {
        var text = missing == 0 ? line : line.stripTrailing() + " missing_before=\"" + missing + "\"\n";
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            missing = 0;
        } catch (IOException e) {
            missing++;
        }
    }
}
