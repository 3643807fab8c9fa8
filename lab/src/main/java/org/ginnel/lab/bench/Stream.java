// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.ginnel.lab.machine.Machine;

/// A program that wants an answer through the tunnel and asks every 2 ms until it gets one: a DNS question to the
/// gateway's address inside, which nothing else answers.
final class Stream implements AutoCloseable {
    private static final InetSocketAddress INSIDE = new InetSocketAddress(InetAddress.ofLiteral("10.7.0.1"), 53);

    /// `who.ginnel.test`, type TXT, under id 0x6269.
    private static final byte[] QUESTION = HexFormat.of()
            .parseHex("626901000001000000000000" + "0377686f" + "0667696e6e656c" + "0474657374" + "0000100001");

    private static final long PAUSE_MS = 2;

    private final DatagramChannel channel;
    private final Selector selector;
    private final CompletableFuture<Long> answered = new CompletableFuture<>();

    private Stream(DatagramChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /// Begins to ask.
    static Stream start(Machine machine) throws IOException {
        var channel = machine.inNetwork(DatagramChannel::open);
        var selector = Selector.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        var stream = new Stream(channel, selector);
        Thread.ofPlatform().daemon().name("bench-stream").start(stream::ask);
        return stream;
    }

    private void ask() {
        var answer = ByteBuffer.allocate(1500);
        try {
            while (selector.isOpen() && !answered.isDone()) {
                send();
                selector.select(PAUSE_MS);
                var now = System.nanoTime();
                if (channel.receive(answer.clear()) != null) {
                    answered.complete(now);
                }
            }
        } catch (IOException | RuntimeException e) {
            answered.completeExceptionally(e);
        }
    }

    /// That there is no way yet is what is measured.
    private void send() {
        try {
            channel.send(ByteBuffer.wrap(QUESTION), INSIDE);
        } catch (IOException e) {
            return;
        }
    }

    /// When the first answer came, as [System#nanoTime()] counts.
    CompletableFuture<Long> answered() {
        return answered;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
