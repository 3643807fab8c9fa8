// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// One question and its answer over WireGuard's cross-platform userspace API (wireguard.com/xplatform), bounded in
/// size and time. The line with the device's private key is wiped from the buffer unread.
final class UapiSocket {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int LONGEST_LINE = 1024;
    private static final long LONGEST_ANSWER = 1L << 30;
    private static final byte[] PRIVATE_KEY = "private_key=".getBytes(StandardCharsets.US_ASCII);

    private final Path socket;
    private final Duration deadline;

    UapiSocket(Path socket) {
        this(socket, DEADLINE);
    }

    /// With another deadline, for tests.
    UapiSocket(Path socket, Duration deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    /// Sends the text and hands every line of the answer to `sink`, up to the empty one.
    ///
    /// @throws IOException when the device is away, does not answer in time, or answers with an error
    void ask(String request, BiConsumer<String, String> sink) throws IOException {
        var done = new CountDownLatch(1);
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Thread.ofVirtual().name("uapi-deadline").start(() -> closeAfterDeadline(channel, done));
            channel.connect(UnixDomainSocketAddress.of(socket));
            var bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            Arrays.fill(bytes.array(), (byte) 0);
            answer(new BufferedInputStream(Channels.newInputStream(channel)), sink);
        } finally {
            done.countDown();
        }
    }

    private void closeAfterDeadline(SocketChannel channel, CountDownLatch done) {
        try {
            if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                channel.close();
            }
        } catch (IOException e) {
            return; // closed is closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(InputStream in, BiConsumer<String, String> sink) throws IOException {
        var line = new byte[LONGEST_LINE];
        var length = 0;
        for (long total = 0; total < LONGEST_ANSWER; total++) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("the device closed the connection in the middle of an answer");
            }
            if (next != '\n') {
                if (length == LONGEST_LINE) {
                    throw new IOException("the device answered with a line of more than " + LONGEST_LINE + " bytes");
                }
                line[length++] = (byte) next;
            } else if (length == 0) {
                return;
            } else {
                line(line, length, sink);
                Arrays.fill(line, (byte) 0);
                length = 0;
            }
        }
        throw new IOException("the device answered with more than " + LONGEST_ANSWER + " bytes");
    }

    private static void line(byte[] bytes, int length, BiConsumer<String, String> sink) throws IOException {
        if (length >= PRIVATE_KEY.length
                && Arrays.equals(bytes, 0, PRIVATE_KEY.length, PRIVATE_KEY, 0, PRIVATE_KEY.length)) {
            return;
        }
        var text = new String(bytes, 0, length, StandardCharsets.US_ASCII);
        var equals = text.indexOf('=');
        if (equals < 1) {
            throw new IOException("the device answered with a line that is not key=value");
        }
        var key = text.substring(0, equals);
        var value = text.substring(equals + 1);
        if (key.equals("errno") && !value.equals("0")) {
            throw new IOException("the device refused with errno " + value);
        }
        sink.accept(key, value);
    }
}
