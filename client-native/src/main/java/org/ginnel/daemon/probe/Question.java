// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One question to one resolver, asked again under a new id each time, so that an answer tells which asking it
/// answers and how long that took. One thread.
final class Question implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);
    private static final int DNS_PORT = 53;
    private static final int MAX_ANSWER_BYTES = 4096;
    private static final int MAX_ASKINGS = 64;

    private final DatagramChannel channel;
    private final InetAddress resolver;
    private final short firstId;
    private final long[] asked = new long[MAX_ASKINGS];
    private int askings;

    private Question(DatagramChannel channel, InetAddress resolver, short firstId) {
        this.channel = channel;
        this.resolver = resolver;
        this.firstId = firstId;
    }

    /// A question that is not asked yet, from `source` (port 0 for any), whose answer wakes `selector`.
    ///
    /// @param firstId random; the ids of later askings follow it
    static Question open(InetSocketAddress source, InetAddress resolver, short firstId, Selector selector)
            throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(source);
            channel.connect(new InetSocketAddress(resolver, DNS_PORT));
            var question = new Question(channel, resolver, firstId);
            channel.register(selector, SelectionKey.OP_READ, question);
            return question;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    InetAddress resolver() {
        return resolver;
    }

    /// Asks, once more. What the network says against it is no answer: it is asked again later.
    void ask() {
        if (askings == MAX_ASKINGS) {
            return;
        }
        try {
            asked[askings] = System.nanoTime();
            channel.write(DnsQuestion.encode((short) (firstId + askings)));
            askings++;
        } catch (IOException e) {
            LOG.trace("{} was not asked: {}", resolver, e.getMessage());
        }
    }

    /// How long an answer that is there took; empty when what is there is none.
    Optional<Duration> answer() {
        var answer = ByteBuffer.allocate(MAX_ANSWER_BYTES);
        try {
            channel.read(answer);
        } catch (IOException e) {
            LOG.trace("{} refused: {}", resolver, e.getMessage());
            return Optional.empty();
        }
        return DnsQuestion.answeredId(answer.flip())
                .map(id -> (id - firstId) & 0xffff)
                .filter(asking -> asking < askings)
                .map(asking -> Duration.ofNanos(Math.max(1, System.nanoTime() - asked[asking])));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a question: {}", e.getMessage());
        }
    }
}
