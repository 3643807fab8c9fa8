// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ginnel.lab.Client;
import org.ginnel.lab.Family;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.leak.count.Watch;
import org.ginnel.lab.leak.flood.Flood;
import org.ginnel.lab.leak.subject.Ability;
import org.ginnel.lab.leak.subject.Subject;

/// What an [Act] sees and does, and what it has to say about it. For one thread.
public final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int BETWEEN_ATTEMPTS = 20;
    private static final int ENOUGH = 100;
    private static final int A_SECONDS_WORTH = Flood.PER_SECOND;

    private final Subject subject;
    private final Watch watch;
    private final Flood flood;
    private final Map<String, Long> beyond = new TreeMap<>();
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long from = now();
    private long until = Long.MAX_VALUE;

    public Scene(Subject subject, Watch watch, Flood flood) {
        this.subject = subject;
        this.watch = watch;
        this.flood = flood;
    }

    /// The clock of the suite: nanoseconds since 1970, as the kernel stamps packets.
    public static long now() {
        var now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    Subject subject() {
        return subject;
    }

    Lab lab() {
        return subject.lab();
    }

    Client client() {
        return lab().client();
    }

    /// What left before does not count.
    void countFromNow() {
        from = now();
    }

    /// What leaves from now on does not count.
    void countUntilNow() {
        until = now();
    }

    public long from() {
        return from;
    }

    public long until() {
        return until;
    }

    /// Lets so many more packets of the flood be sent.
    void go(int packets) {
        flood.awaitMore(packets);
    }

    /// Lets the flood run for about a second.
    void aSecond() {
        go(A_SECONDS_WORTH);
    }

    /// How many packets left so far that should not, whether they count or not.
    int seen() {
        return watch.soFar().size();
    }

    /// Lets the flood go on for a moment, in which something has to leave beside a tunnel.
    ///
    /// @param when for the fault if nothing does
    void awaitOpen(String when) {
        var seen = seen();
        go(ENOUGH);
        if (seen() == seen) {
            fault("still closed " + when);
        }
    }

    /// Waits until packets come through a tunnel again, and the client says so, where it sees to that.
    void awaitRecovery() throws IOException {
        if (subject.abilities().contains(Ability.RECOVERY)) {
            var began = System.nanoTime();
            awaitExit(began + PATIENCE.toNanos());
            took("tunnel again", Duration.ofNanos(System.nanoTime() - began));
            subject.awaitTunnel(PATIENCE);
        }
    }

    /// Lets the flood run on for a second, in which the client puts right what somebody else changed, if it
    /// does such things.
    void awaitMending() throws IOException {
        if (!subject.abilities().contains(Ability.MENDING)) {
            aSecond();
            return;
        }
        var began = System.nanoTime();
        awaitExit(began + PATIENCE.toNanos());
        var took = Duration.ofNanos(System.nanoTime() - began);
        took("mended", took);
        if (took.compareTo(A_SECOND) > 0) {
            fault("mended only after " + took.toMillis() + " ms");
        }
    }

    private void awaitExit(long end) {
        while (!isThroughTunnel(lab())) {
            if (System.nanoTime() > end) {
                throw new LabException("no tunnel came back in " + PATIENCE.toSeconds() + " seconds");
            }
            go(BETWEEN_ATTEMPTS);
        }
    }

    /// Whether a packet comes through a tunnel and back now.
    public static boolean isThroughTunnel(Lab lab) {
        try {
            var exit = lab.client().exitSeenBy(Family.IPV4);
            return lab.gateways().stream()
                    .anyMatch(gateway -> gateway.addresses().exit4().equals(exit));
        } catch (IOException e) {
            // No way yet.
            return false;
        }
    }

    /// Waits until the client says that its tunnel does not work, where it looks.
    void awaitLoss() throws IOException {
        if (subject.abilities().contains(Ability.RECOVERY)) {
            var began = System.nanoTime();
            subject.awaitLoss(PATIENCE);
            took("noticed", Duration.ofNanos(System.nanoTime() - began));
        } else {
            aSecond();
        }
    }

    /// Tells how long something took.
    void took(String what, Duration time) {
        times.put(what, time);
    }

    /// Tells of packets that gave something away and were counted elsewhere than at the router.
    void count(String kind, long packets) {
        beyond.merge(kind, packets, Long::sum);
    }

    /// Tells that something is wrong beyond packets.
    void fault(String what) {
        faults.add(what);
    }

    public Map<String, Long> beyond() {
        return Map.copyOf(beyond);
    }

    public Map<String, Duration> times() {
        return Map.copyOf(times);
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }
}
