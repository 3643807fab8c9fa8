// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.lab.Family;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.echo.EchoStream;
import org.ginnel.lab.machine.Work;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;

/// What it costs programs to move from one server to another: because the user wants it, and because the server dies.
///
/// @param runs how often each is measured
record Moves(Demo demo, int runs, PrintStream out) {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NEAR = "nl-ams-1";
    private static final String OTHER = "de-fra-1";

    /// Prints both tables.
    void print() throws IOException {
        switches();
        failovers();
    }

    private void switches() throws IOException {
        out.println(
                "\nA stream of 1,000 questions a second over IPv4 and one over IPv6, while the user takes another server");
        out.println("\n| way | lost, of both | longest silence | left beside the tunnel, in all |\n|---|---|---|---|");
        var ginnel = new Ginnel(demo);
        ginnel.connect(NEAR);
        var before = demo.lab().sightings();
        List<EchoStream.Count> ours = new ArrayList<>();
        for (var i = 0; i < runs; i++) {
            var to = i % 2 == 0 ? OTHER : NEAR;
            ours.addAll(during(() -> ginnel.connect(to)));
        }
        row("Ginnel", ours, demo.lab().sightings().since(before).leaked());
        ginnel.disconnect();
        wgQuick();
    }

    private void wgQuick() throws IOException {
        var gateways = demo.lab().gateways();
        var near = new WgQuick(demo, gateways.get(0));
        var other = new WgQuick(demo, gateways.get(1));
        List<EchoStream.Count> theirs = new ArrayList<>();
        near.up();
        var before = demo.lab().sightings();
        for (var i = 0; i < runs; i++) {
            var from = i % 2 == 0 ? near : other;
            var to = i % 2 == 0 ? other : near;
            theirs.addAll(during(() -> {
                from.down();
                to.up();
                return to;
            }));
        }
        row(
                "wg-quick down, wg-quick up",
                theirs,
                demo.lab().sightings().since(before).leaked());
        (runs % 2 == 0 ? near : other).down();
    }

    private List<EchoStream.Count> during(Work<?> move) throws IOException {
        List<EchoStream> streams = new ArrayList<>();
        for (var family : Family.values()) {
            var stream = EchoStream.start(demo.client().machine(), family);
            stream.awaitAnswer(PATIENCE);
            streams.add(stream);
        }
        move.run();
        for (var stream : streams) {
            stream.awaitAnswer(PATIENCE);
        }
        return streams.stream().map(stream -> stream.stop(LAST_ANSWERS)).toList();
    }

    private void row(String way, List<EchoStream.Count> counts, long leaked) {
        var lost = counts.stream().map(EchoStream.Count::lost).sorted().toList();
        var silence =
                new Spread(counts.stream().map(EchoStream.Count::longestSilence).toList());
        out.println("| " + way + " | " + lost.getFirst() + " / " + lost.get(lost.size() / 2) + " / " + lost.getLast()
                + " | " + silence + " | " + leaked + " |");
    }

    private void failovers() throws IOException {
        out.println("\nA server that dies, until programs have answers through another");
        out.println("\n| traffic | until then | p95 |\n|---|---|---|");
        List<Duration> busy = new ArrayList<>();
        List<Duration> idle = new ArrayList<>();
        for (var i = 0; i < runs; i++) {
            busy.add(withTraffic());
            idle.add(withoutTraffic());
        }
        row("a stream", new Spread(busy));
        row("none", new Spread(idle));
    }

    private void row(String traffic, Spread until) {
        out.println("| " + traffic + " | " + until + " | " + until.most(0.95).toMillis() + " |");
    }

    private Duration withTraffic() throws IOException {
        new Ginnel(demo).connectToFastest();
        var stream = EchoStream.start(demo.client().machine(), Family.IPV4);
        stream.awaitAnswer(PATIENCE);
        // Until the daemon has seen that there is traffic: its idle look is every three seconds.
        stream.awaitMore(Duration.ofMillis(3500));
        demo.lab().gateways().getFirst().crash();
        awaitFailover();
        stream.awaitAnswer(PATIENCE);
        var silence = stream.stop(LAST_ANSWERS).longestSilence();
        recovered();
        return silence;
    }

    private Duration withoutTraffic() throws IOException {
        new Ginnel(demo).connectToFastest();
        var began = System.nanoTime();
        demo.lab().gateways().getFirst().crash();
        awaitFailover();
        var took = Duration.ofNanos(System.nanoTime() - began);
        recovered();
        return took;
    }

    private void awaitFailover() {
        try (var daemon = ControlClient.connect(demo.daemon().socket(), "bench")) {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                if (daemon.call(new Request.GetStatus()) instanceof Reply.Status(var now)
                        && now.tunnel() instanceof TunnelView.Connected connected
                        && connected.reason() instanceof Reason.Instead) {
                    return;
                }
                Thread.onSpinWait();
            }
            throw new LabException("no other server took over");
        } catch (ControlException e) {
            throw new LabException("the daemon does not answer: " + e.errorCause(), e);
        }
    }

    /// As before, with all its peers.
    private void recovered() throws IOException {
        new Ginnel(demo).disconnect();
        var gateway = demo.lab().gateways().getFirst();
        gateway.recover();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (gateway.peers().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
