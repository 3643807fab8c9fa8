// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// One conversation with WireGuard's UAPI socket (cross-platform userspace implementation, "Configuration Protocol"):
/// never longer than its limit, never more than 1 MiB.
public final class Uapi implements AutoCloseable {
    private static final int MAX_REPLY = 1 << 20;

    private final SocketChannel channel;
    private final Selector selector;

    private Uapi(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /// Begins one.
    ///
    /// @throws IOException when nobody listens
    public static Uapi connect(Path socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            var selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new Uapi(channel, selector);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Whether somebody listens. Where there is no file nobody does, which is cheaper to see than to be refused.
    public static boolean isServed(Path socket) {
        if (Files.notExists(socket)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks and waits for the whole answer.
    ///
    /// @param request ends with an empty line; fits the socket's buffer
    /// @return lines of `key=value`, the last of them `errno=...`
    public String ask(String request, Duration limit) throws IOException {
        var deadline = System.nanoTime() + limit.toNanos();
        var out = StandardCharsets.US_ASCII.encode(request);
        if (channel.write(out) < 0 || out.hasRemaining()) {
            throw new IOException("the request does not fit");
        }
        var reply = new ByteArrayOutputStream();
        var chunk = ByteBuffer.allocate(1 << 16);
        while (reply.size() <= MAX_REPLY) {
            if (read(chunk, deadline) < 0) {
                throw new IOException("closed before the answer was complete");
            }
            reply.write(chunk.array(), 0, chunk.position());
            var text = reply.toString(StandardCharsets.US_ASCII);
            if (text.endsWith("\n\n")) {
                return text;
            }
        }
        throw new IOException("more than 1 MiB");
    }

    /// Waits until the other side is gone.
    ///
    /// @return whether it went in time
    public boolean awaitEnd(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        var chunk = ByteBuffer.allocate(1 << 10);
        try {
            while (read(chunk, deadline) >= 0) {
                chunk.clear();
            }
            return true;
        } catch (IOException e) {
            return !(e instanceof TooSlowException);
        }
    }

    private int read(ByteBuffer chunk, long deadline) throws IOException {
        while (true) {
            chunk.clear();
            int bytes = channel.read(chunk);
            if (bytes != 0) {
                return bytes;
            }
            var millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (millis <= 0 || selector.select(millis) == 0) {
                throw new TooSlowException();
            }
            selector.selectedKeys().clear();
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            // Nothing is lost: every answer was read.
        }
    }

    private static final class TooSlowException extends IOException {
        TooSlowException() {
            super("no answer in time");
        }
    }
}
