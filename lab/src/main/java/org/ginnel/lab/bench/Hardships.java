// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ginnel.lab.demo.Demo;
import org.ginnel.relay.Target;

/// Connecting where it does not go well: packets get lost, and the nearest servers are dead.
///
/// @param runs how often each is measured
record Hardships(Demo demo, int runs, PrintStream out) {
    private static final double LOSS = 0.3;

    void print() throws IOException {
        out.println("\nConnecting where it does not go well, until a program has an answer through the tunnel");
        out.println("\n| what | min / median / max | p90 |\n|---|---|---|");
        lossy();
        dead();
    }

    private void lossy() throws IOException {
        var gateway = demo.lab().gateways().getFirst();
        var link = demo.lab().link(gateway.machine().name());
        var ginnel = new Ginnel(demo);
        var quick = new WgQuick(demo, gateway);
        List<Duration> ours = new ArrayList<>();
        List<Duration> theirs = new ArrayList<>();
        var near = demo.lab().plan().gateways().getFirst().id();
        var fair = new FirstReply(demo.client(), () -> link.loss(0));
        for (var i = 0; i < runs; i++) {
            link.loss(LOSS);
            ours.add(ginnel.overTheSocket(new Target.Chosen(near), gateway.addresses(), fair)
                    .flowing());
            link.loss(LOSS);
            theirs.add(quick.measure(fair).flowing());
        }
        row("30 % lost each way, Ginnel", ours);
        row("30 % lost each way, wg-quick up", theirs);
    }

    /// Who stands by is known from an earlier time; here all three are made known first.
    private void dead() throws IOException {
        var gateways = demo.lab().gateways();
        var ginnel = new Ginnel(demo);
        for (var site : demo.lab().plan().gateways()) {
            ginnel.connect(site.id());
        }
        ginnel.disconnect();
        demo.ginnel("servers", "--measure").orThrow();
        List<Duration> took = new ArrayList<>();
        var fair = new FirstReply(demo.client(), () -> holes(false));
        for (var i = 0; i < runs; i++) {
            holes(true);
            took.add(ginnel.overTheSocket(
                            new Target.Fastest(), gateways.getLast().addresses(), fair)
                    .flowing());
        }
        row("the nearest two of three are dead", took);
    }

    private Object holes(boolean there) {
        var gateways = demo.lab().gateways();
        gateways.subList(0, gateways.size() - 1)
                .forEach(dead -> demo.lab().link(dead.machine().name()).hole(there));
        return there;
    }

    private void row(String what, List<Duration> took) {
        var spread = new Spread(took);
        out.println(String.format(
                Locale.ROOT, "| %s | %s | %d |", what, spread, spread.most(0.9).toMillis()));
    }
}
