// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.ginnel.lab.Family;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Machine;
import org.ginnel.lab.net.Addresses;

/// A program that asks the target for an echo over UDP once a millisecond, and counts the answers.
public final class EchoStream {
    private static final int ECHO_PORT = 7;
    private static final long PERIOD_NANOS = 1_000_000;

    private final DatagramChannel channel;
    private final InetSocketAddress target;
    private final BitSet answered = new BitSet();
    private final Thread thread;
    private final Instant began = Instant.now();
    private volatile long end = Long.MAX_VALUE;
    private long lastAnswer;
    private long longestSilence;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int answeredUpTo = -1;

    /// What came of it.
    ///
    /// @param sent how often it asked, refused or not
    /// @param lost how many of these were never answered
    /// @param longestSilence the longest time between two answers
    /// @param firstLost when the first was asked that was never answered, give or take what a busy machine delays
    public record Count(int sent, int lost, Duration longestSilence, Optional<Instant> firstLost) {}

    private EchoStream(DatagramChannel channel, InetSocketAddress target) {
        this.channel = channel;
        this.target = target;
        this.thread = Thread.ofPlatform().daemon().name("lab-echo").unstarted(this::run);
    }

    /// Begins to ask.
    public static EchoStream start(Machine client, Family family) throws IOException {
        var host = family == Family.IPV4 ? Addresses.TARGET4 : Addresses.TARGET6;
        var channel = client.inNetwork(DatagramChannel::open);
        channel.configureBlocking(false);
        var stream = new EchoStream(channel, new InetSocketAddress(InetAddress.ofLiteral(host), ECHO_PORT));
        stream.thread.start();
        return stream;
    }

    private void run() {
        var next = System.nanoTime();
        while (System.nanoTime() < end) {
            if (System.nanoTime() >= next) {
                ask();
                next += PERIOD_NANOS;
            }
            hear();
            LockSupport.parkNanos(PERIOD_NANOS / 4);
        }
    }

    private void ask() {
        try {
            channel.send(ByteBuffer.allocate(Integer.BYTES).putInt(0, sent.get()), target);
        } catch (IOException e) {
            // Not answered, then: that is what is counted.
        } finally {
            sent.incrementAndGet();
        }
    }

    private void hear() {
        try {
            var answer = ByteBuffer.allocate(64);
            while (channel.receive(answer.clear()) != null) {
                if (answer.flip().remaining() == Integer.BYTES) {
                    answered.set(answer.getInt(0));
                    answeredUpTo = Math.max(answeredUpTo, answer.getInt(0));
                    var now = System.nanoTime();
                    longestSilence = lastAnswer == 0 ? 0 : Math.max(longestSilence, now - lastAnswer);
                    lastAnswer = now;
                }
            }
        } catch (IOException e) {
            // A refusal of something sent earlier, which is not answered for that.
        }
    }

    private Optional<Instant> firstLost() {
        var number = answered.nextClearBit(0);
        return number < sent.get() ? Optional.of(began.plusMillis(number)) : Optional.empty();
    }

    /// Blocks until something is answered that was asked from now on.
    ///
    /// @throws LabException when it takes longer than that
    public void awaitAnswer(Duration patience) {
        var from = sent.get();
        var limit = System.nanoTime() + patience.toNanos();
        while (answeredUpTo < from) {
            if (System.nanoTime() > limit) {
                throw new LabException("nothing answers the stream");
            }
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /// Lets it go on for so long.
    public void awaitMore(Duration longer) {
        var limit = System.nanoTime() + longer.toNanos();
        while (System.nanoTime() < limit) {
            LockSupport.parkNanos(limit - System.nanoTime());
        }
    }

    /// Ends, when the last answers have had the time to come.
    public Count stop(Duration patience) {
        try {
            end = System.nanoTime();
            thread.join();
            var last = System.nanoTime() + patience.toNanos();
            while (answered.cardinality() < sent.get() && System.nanoTime() < last) {
                hear();
                LockSupport.parkNanos(PERIOD_NANOS);
            }
            channel.close();
            return new Count(
                    sent.get(), sent.get() - answered.cardinality(), Duration.ofNanos(longestSilence), firstLost());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while counting", e);
        } catch (IOException e) {
            throw new LabException("the stream did not end well", e);
        }
    }
}
