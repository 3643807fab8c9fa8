// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Java's streams over calls that move some bytes.
public final class CallStreams {
    private CallStreams() {}

    /// Moves some bytes into `into`.
    @FunctionalInterface
    public interface Read {
        /// How many came, or -1 at the end.
        int into(byte[] into, int from, int count) throws IOException;
    }

    /// Sends all of some bytes.
    @FunctionalInterface
    public interface Write {
        void all(byte[] of, int from, int count) throws IOException;
    }

    /// Reads what comes.
    public static InputStream in(Read read) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read.into(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                return read.into(into, from, count);
            }
        };
    }

    /// Sends at once.
    public static OutputStream out(Write write) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write.all(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] of, int from, int count) throws IOException {
                write.all(of, from, count);
            }
        };
    }
}
