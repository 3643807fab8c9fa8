// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.machine.Work;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.lab.operator.Operator;

/// Prints the tables of docs/benchmarks.md, measured now.
///
/// @param runs how often everything is measured, at least once
/// @param out where the tables go, row by row
public record Bench(Demo demo, int runs, PrintStream out) {
    private static final int WINDOWS = 5;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int IDLE_TIMES = 5;

    private static final int TRIP_LIMIT_MS = 5000;

    /// Prints some of the tables.
    @FunctionalInterface
    private interface Part {
        void print() throws IOException;
    }

    /// Measures these, or everything there is when none is named.
    ///
    /// @return the exit code of a success
    /// @throws LabException when there is no part of such a name
    public int print(List<String> names) throws IOException {
        var parts = parts();
        if (!parts.keySet().containsAll(names)) {
            throw new LabException("bench measures " + String.join(", ", parts.keySet()) + ", and not " + names);
        }
        demo.ginnel("login", demo.operator().key("bench", "pro"), "--api", Operator.API)
                .orThrow();
        out.println("min / median / max in milliseconds of " + runs + " runs");
        for (var part : parts.entrySet()) {
            if (names.isEmpty() || names.contains(part.getKey())) {
                part.getValue().print();
            }
        }
        return 0;
    }

    private Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("connect", this::connects);
        demo.programs().image().ifPresent(image -> parts.put("start", () -> starts(new Starts(demo, image))));
        parts.put("hardship", new Hardships(demo, runs, out)::print);
        parts.put("move", new Moves(demo, runs, out)::print);
        parts.put("rotation", new Rotations(demo, runs, out)::change);
        parts.put("throughput", new Throughput(demo, runs, out)::print);
        parts.put("sweep", this::sweeps);
        parts.put("idle", this::footprints);
        parts.put("window", this::window);
        return parts;
    }

    private void window() throws IOException {
        try (var window = new Window(demo)) {
            out.println("\nWindow, process start to first frame, " + WINDOWS + " runs: "
                    + spread(WINDOWS, window::firstFrame));
            out.println("\n| Window, left alone | |\n|---|---|");
            window.footprints(demo.lab().plan().gateways().getFirst().id(), IDLE, Long.MAX_VALUE)
                    .forEach((what, taken) -> out.println("| " + what + " | " + taken + " |"));
        }
    }

    private void connects() throws IOException {
        out.println("\nFrom the start of the command to the first reply through the tunnel, and to the command's end");
        out.println("\n| RTT | way | first reply | : wg-quick | over 2 of them, measured (named) | command ended |");
        out.println("|---|---|---|---|---|---|");
        for (var i = 0; i < demo.lab().gateways().size(); i++) {
            row(i);
        }
    }

    /// The three ways and a packet outside of any tunnel take turns, so that whatever else the machine does hits all
    /// alike: what delays packets in the lab wakes late, too.
    private void row(int number) throws IOException {
        var gateway = demo.lab().gateways().get(number);
        var site = demo.lab().plan().gateways().get(number);
        var ginnel = new Ginnel(demo);
        var quick = new WgQuick(demo, gateway);
        var socket = new ArrayList<Click>();
        var line = new ArrayList<Click>();
        var wgQuick = new ArrayList<Click>();
        var bare = new ArrayList<Duration>();
        for (var i = 0; i < runs; i++) {
            socket.add(ginnel.overTheSocket(site.id(), gateway.addresses()));
            line.add(ginnel.byTheCommandLine(site.id(), gateway.addresses()));
            wgQuick.add(quick.measure());
            bare.add(demo.client().machine().inNetwork(() -> roundTrip(gateway.addresses())));
        }
        var trip = new Spread(bare);
        var named = site.roundTrip();
        out.println("| %d ms | a packet and its answer | %s | | | |".formatted(named.toMillis(), trip));
        var reference = flowing(wgQuick);
        row(named, trip, "Ginnel, socket", socket, reference);
        row(named, trip, "Ginnel, command line", line, reference);
        row(named, trip, "wg-quick up", wgQuick, reference);
    }

    private void row(Duration named, Spread trip, String way, List<Click> clicks, Spread reference) {
        var first = flowing(clicks);
        out.println(String.format(
                Locale.ROOT,
                "| %d ms | %s | %s | %.2f | %d (%d) | %s |",
                named.toMillis(),
                way,
                first,
                first.times(reference),
                over(first, trip.median()),
                over(first, named),
                new Spread(clicks.stream().map(Click::returned).toList())));
    }

    private static long over(Spread first, Duration trip) {
        return first.median().minus(trip.multipliedBy(2)).toMillis();
    }

    /// Until the gateway has refused a connection.
    private static Duration roundTrip(OfGateway gateway) throws IOException {
        var at = new InetSocketAddress(InetAddress.ofLiteral(gateway.endpoint4()), Addresses.WIREGUARD_PORT);
        var began = System.nanoTime();
        try (var socket = new Socket()) {
            socket.connect(at, TRIP_LIMIT_MS);
            throw new LabException(at + " takes connections");
        } catch (ConnectException _) {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static Spread flowing(List<Click> clicks) {
        return new Spread(clicks.stream().map(Click::flowing).toList());
    }

    private void starts(Starts starts) throws IOException {
        out.println("\n| Whole processes | |\n|---|---|");
        var bare = starts.bare();
        out.println("| a bare `java Hello` with a cache of its own | " + spread(runs, bare) + " |");
        out.println("| `ginnel --version` | " + spread(runs, () -> starts.line("--version")) + " |");
        out.println("| `ginnel status` | " + spread(runs, () -> starts.line("status")) + " |");
        out.println("| `ginneld`, until it answers | " + spread(runs, starts::daemon) + " |");
    }

    private void sweeps() throws IOException {
        out.println("\n| Latency sweep | |\n|---|---|");
        for (var count : new int[] {15, 500}) {
            out.println("| " + count + " servers | " + spread(runs, () -> new Sweeps(demo.lab()).of(count)) + " |");
        }
    }

    private void footprints() throws IOException {
        out.println("\n| Idle | |\n|---|---|");
        var daemon = ProcessHandle.of(demo.daemon().process().pid()).orElseThrow();
        out.println("| ginneld, disconnected | " + atRest(daemon) + " |");
        var ginnel = new Ginnel(demo);
        ginnel.connect(demo.lab().plan().gateways().getFirst().id());
        out.println("| ginneld, connected | " + atRest(daemon) + " |");
        for (var engine : daemon.children().toList()) {
            var name = engine.info().command().orElse("its child");
            out.println("| " + name + ", connected | " + atRest(engine) + " |");
        }
        ginnel.disconnect();
    }

    /// Not while it ends what it began, nor while somebody else disturbs it: the quietest of some times.
    private static Footprint atRest(ProcessHandle process) throws IOException {
        Footprint.of(process, Footprint.UNTIL_REST);
        return Footprint.quietest(process, IDLE, 0, IDLE_TIMES);
    }

    private static Spread spread(int runs, Work<Duration> measure) throws IOException {
        var took = new ArrayList<Duration>();
        for (var i = 0; i < runs; i++) {
            took.add(measure.run());
        }
        return new Spread(took);
    }
}
