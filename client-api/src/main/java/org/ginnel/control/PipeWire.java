// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.ginnel.control.pipe.PipeEnd;

/// A connection by a named pipe of Windows.
record PipeWire(PipeEnd end) implements Wire {
    /// The daemon makes the next end of its pipe as soon as somebody has taken one.
    private static final Duration BUSY_LIMIT = Duration.ofSeconds(2);

    static Wire connect(Path pipe) throws IOException {
        return new PipeWire(PipeEnd.open(pipe.toString(), BUSY_LIMIT));
    }

    @Override
    public InputStream in() {
        return end.in();
    }

    @Override
    public OutputStream out() {
        return end.out();
    }

    @Override
    public void close() {
        end.close();
    }
}
