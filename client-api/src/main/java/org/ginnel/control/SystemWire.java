// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.ginnel.control.stream.CallStreams;
import org.ginnel.control.stream.CountedUse;

/// A connection by [SystemSocket].
final class SystemWire implements Wire {
    private final int fd;
    private final CountedUse use;

    private SystemWire(int fd) {
        this.fd = fd;
        this.use = new CountedUse(() -> SystemSocket.shutdown(fd), () -> SystemSocket.close(fd));
    }

    /// @param socket a path as the system knows it, in UTF-8
    static Wire connect(String socket) throws IOException {
        return new SystemWire(checked(SystemSocket.connect(socket.getBytes(StandardCharsets.UTF_8))));
    }

    /// @param fd of an open connection, which is this wire's from now on
    static Wire of(int fd) {
        return new SystemWire(fd);
    }

    private static int checked(int answer) throws IOException {
        if (answer < 0) {
            throw new IOException("the system refuses with error " + -answer);
        }
        return answer;
    }

    @Override
    public void close() {
        use.close();
    }

    private int read(byte[] into, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, into.length);
        if (count == 0) {
            return 0;
        }
        use.enter();
        try {
            var got = checked(SystemSocket.read(fd, into, from, count));
            return got == 0 ? -1 : got;
        } finally {
            use.leave();
        }
    }

    private void write(byte[] of, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, of.length);
        use.enter();
        try {
            for (var put = 0; put < count; ) {
                put += checked(SystemSocket.write(fd, of, from + put, count - put));
            }
        } finally {
            use.leave();
        }
    }

    @Override
    public InputStream in() {
        return CallStreams.in(this::read);
    }

    @Override
    public OutputStream out() {
        return CallStreams.out(this::write);
    }
}
