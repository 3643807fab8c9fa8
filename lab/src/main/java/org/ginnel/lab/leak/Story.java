// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.ginnel.lab.leak.Kill.Phase.DISCONNECT;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.lab.LabException;
import org.ginnel.lab.leak.Kill.Phase;
import org.ginnel.lab.leak.Kill.Victim;
import org.ginnel.lab.leak.flood.Flood;
import org.ginnel.lab.leak.scenario.Processes;
import org.ginnel.lab.leak.scenario.Scene;
import org.ginnel.lab.leak.subject.Ginnel;
import org.ginnel.lab.leak.subject.Subject;
import org.ginnel.tunnel.TunnelView;

/// What happened around one kill, and when nothing might leave.
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BETWEEN_ATTEMPTS = 20;
    private static final int DEAD = 150;
    private static final int TAIL = 100;

    private final Ginnel ginnel;
    private final Kill kill;
    private final Flood flood;
    private final List<Span> forbidden = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final long began = Scene.now();

    /// A time, in nanoseconds since 1970.
    record Span(long from, long until) {}

    Story(Ginnel ginnel, Kill kill, Flood flood) {
        this.ginnel = ginnel;
        this.kill = kill;
        this.flood = flood;
    }

    /// Lets it happen, and tells what kind of story it was.
    String tell() throws IOException {
        request();
        var asked = Scene.now();
        flood.awaitMore(kill.after());
        var engines = ginnel.engines();
        var victim = engines.isEmpty() ? Victim.DAEMON : kill.victim();
        strike(victim, engines);
        var struck = Scene.now();
        var closed = ginnel.isClosed();
        flood.awaitMore(DEAD);
        var dead = Scene.now();
        if (victim != Victim.ENGINE) {
            ginnel.startDaemon();
        }
        var rest = ginnel.awaitRest(PATIENCE);
        var rested = Scene.now();
        if (rest instanceof TunnelView.Connected) {
            awaitWay();
        }
        flood.awaitMore(TAIL);
        judge(new End(victim, closed, rest), new Times(asked, struck, dead, rested));
        return "%s, %s killed, firewall %s: %s"
                .formatted(
                        kill.phase(),
                        victim,
                        closed ? "closed" : "open",
                        rest.getClass().getSimpleName());
    }

    /// It may have said Connected before it noticed.
    private void awaitWay() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Scene.isThroughTunnel(ginnel.lab())) {
            if (System.nanoTime() > end) {
                wrong.add("it says Connected, and no packet comes through");
                return;
            }
            flood.awaitMore(BETWEEN_ATTEMPTS);
        }
    }

    private record Times(long asked, long struck, long dead, long rested) {}

    private record End(Victim victim, boolean closed, TunnelView rest) {
        /// Until when the block that stood had to go on. Who wanted to disconnect is disconnected by a daemon that
        /// lives, or by the next.
        long of(Times times, Phase phase) {
            if (phase == Phase.DISCONNECT && (victim == Victim.ENGINE || !closed)) {
                return times.asked;
            }
            return rest instanceof TunnelView.Disconnected ? times.dead : Long.MAX_VALUE;
        }
    }

    /// Not waiting for the answer: it may never come.
    private void request() throws IOException {
        switch (kill.phase()) {
            case CONNECT -> ginnel.beginToConnect("gw1");
            case SWITCH -> ginnel.beginToConnect("gw2");
            case DISCONNECT -> ginnel.beginToDisconnect();
            case RACE -> ginnel.beginToConnectToBest();
            case KEYS -> ginnel.startDaemon();
            case STEADY -> {}
        }
    }

    private void strike(Victim victim, List<ProcessHandle> engines) throws IOException {
        if (victim != Victim.ENGINE) {
            Processes.kill(ginnel.daemon());
            // One that was an engine in the making goes on as one.
            Processes.awaitEnd(ginnel.helpers(), Subject::isEngine);
        }
        if (victim != Victim.DAEMON) {
            Processes.kill(engines);
        }
    }

    private void judge(End end, Times times) throws IOException {
        switch (kill.phase()) {
            case STEADY, SWITCH, KEYS -> wanted(end);
            case CONNECT, RACE ->
                forbidden.add(new Span(end.closed ? times.struck : times.rested, end.of(times, kill.phase())));
            case DISCONNECT -> forbidden.add(new Span(began, end.of(times, DISCONNECT)));
        }
        switch (end.rest) {
            case TunnelView.Connected _ -> forbidden.add(new Span(times.rested, Long.MAX_VALUE));
            case TunnelView.Disconnected _ -> ginnel.leftovers().forEach(line -> wrong.add("not clean: " + line));
            case TunnelView.Connecting _,
                    TunnelView.Reconnecting _,
                    TunnelView.Disconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _,
                    TunnelView.Blocked _ -> throw new LabException("that is no rest: " + end.rest);
        }
    }

    /// A tunnel that was wanted is wanted after a crash too.
    private void wanted(End end) {
        forbidden.add(new Span(began, Long.MAX_VALUE));
        if (!end.closed) {
            wrong.add("the firewall was open after the kill");
        }
        if (!(end.rest instanceof TunnelView.Connected)) {
            wrong.add("the tunnel did not come back: " + end.rest);
        }
    }

    List<Span> forbidden() {
        return List.copyOf(forbidden);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
