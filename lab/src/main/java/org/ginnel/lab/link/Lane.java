// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.link;

import com.sun.jna.LastErrorException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ginnel.lab.jna.LibC;

/// One direction of a link: packets come in at one end, wait their time in order, and leave at the other.
///
/// Two threads, which sleep in the kernel while nothing is under way.
final class Lane {
    private static final int MAX_UNDER_WAY = 32_768;

    private final Tun from;
    private final Tun to;
    private final Supplier<Conditions> conditions;
    private final RandomGenerator random;
    private final BlockingQueue<Packet> underWay = new ArrayBlockingQueue<>(MAX_UNDER_WAY);
    private final Thread reader;
    private final Thread writer;

    private static final class Packet {
        private final long due;
        private final byte[] bytes;

        Packet(long due, byte[] bytes) {
            this.due = due;
            this.bytes = bytes;
        }
    }

    Lane(String name, Tun from, Tun to, Supplier<Conditions> conditions, RandomGenerator random) {
        this.from = from;
        this.to = to;
        this.conditions = conditions;
        this.random = random;
        this.reader = Thread.ofPlatform().name(name + " in").daemon().start(this::read);
        this.writer = Thread.ofPlatform().name(name + " out").daemon().start(this::write);
    }

    /// Packets keep their time on a busy machine too, where the kernel lets us: it allows that to root only.
    private static void hurry() {
        try {
            LibC.sched_setscheduler(0, LibC.SCHED_RR, new int[] {1});
        } catch (LastErrorException e) {
            // A plain user's lab is as punctual as the machine is idle.
            return;
        }
    }

    private void read() {
        hurry();
        var last = System.nanoTime();
        for (var bytes = from.read(); bytes.isPresent(); bytes = from.read()) {
            var now = System.nanoTime();
            var weather = conditions.get();
            if (weather.loses(random)) {
                continue;
            }
            var due = now + weather.delayNanos(random);
            last = due - last < 0 ? last : due;
            // A full lane loses the packet, as a full router does.
            var _ = underWay.offer(new Packet(last, bytes.get()));
        }
    }

    private void write() {
        hurry();
        try {
            while (true) {
                var packet = underWay.take();
                for (var left = left(packet); left > 0; left = left(packet)) {
                    LockSupport.parkNanos(left);
                    if (Thread.interrupted()) {
                        return;
                    }
                }
                to.write(packet.bytes);
            }
        } catch (InterruptedException e) {
            // Only stop() interrupts.
            return;
        }
    }

    private static long left(Packet packet) {
        return packet.due - System.nanoTime();
    }

    void stop() throws InterruptedException {
        from.hangUp();
        writer.interrupt();
        reader.join();
        writer.join();
    }
}
