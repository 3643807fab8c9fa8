// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A connection by [SystemSocket]. Its number is given back to the system only when no call uses it any more, since
/// the system may give it to somebody else at once.
final class SystemWire implements Wire {
    private final int fd;
    private int users;
    private boolean closed;

    private SystemWire(int fd) {
        this.fd = fd;
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

    private synchronized void enter() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        users++;
    }

    private synchronized void leave() {
        users--;
        release();
    }

    private void release() {
        if (closed && users == 0) {
            SystemSocket.close(fd);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            SystemSocket.shutdown(fd);
            release();
        }
    }

    private int read(byte[] into, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, into.length);
        if (count == 0) {
            return 0;
        }
        enter();
        try {
            var got = checked(SystemSocket.read(fd, into, from, count));
            return got == 0 ? -1 : got;
        } finally {
            leave();
        }
    }

    private void write(byte[] of, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, of.length);
        enter();
        try {
            for (var put = 0; put < count; ) {
                put += checked(SystemSocket.write(fd, of, from + put, count - put));
            }
        } finally {
            leave();
        }
    }

    @Override
    public InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return SystemWire.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                return SystemWire.this.read(into, from, count);
            }
        };
    }

    @Override
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                SystemWire.this.write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] of, int from, int count) throws IOException {
                SystemWire.this.write(of, from, count);
            }
        };
    }
}
