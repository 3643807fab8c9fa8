// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.gateway.Gateway;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.machine.Machine;
import org.ginnel.lab.wire.Heard;
import org.ginnel.lab.wire.Wiretap;

/// Hears, on the cable between the client and its router, what leaves the client from [#start(Lab)] on.
///
/// Everything is counted twice, and the [Tally] says when the counts differ.
public final class Watch implements AutoCloseable {
    private static final int STEP_MILLIS = 50;
    private static final int PATIENCE_SECONDS = 10;

    private final Machine router;
    private final Wiretap tap;
    private final Judge judge;
    private final Map<String, Long> before;
    private final List<Leaked> leaked = new ArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean ending;

    private Watch(Lab lab, Wiretap tap) {
        var gateways = lab.gateways().stream().map(Gateway::addresses).toList();
        this.router = lab.machine("home");
        this.tap = tap;
        this.judge = new Judge(Probes.ALL, gateways);
        router.nft(RouterRules.render(Probes.ALL, gateways));
        this.before = counters();
    }

    /// Begins. Nothing of the flood may be under way yet.
    public static Watch start(Lab lab) throws IOException {
        var watch = new Watch(lab, Wiretap.on(lab.machine("home"), "lan0"));
        Thread.ofPlatform().name("watch").daemon().start(watch::run);
        return watch;
    }

    private void run() {
        try (tap) {
            var silent = false;
            while (!ending || !silent) {
                var heard = tap.next(STEP_MILLIS);
                heard.ifPresent(this::judge);
                silent = heard.isEmpty();
            }
            ended.complete(null);
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private void judge(Heard heard) {
        var verdict = judge.of(heard.packet());
        if (!(verdict instanceof Verdict.Allowed)) {
            synchronized (leaked) {
                leaked.add(new Leaked(heard, verdict));
            }
        }
    }

    /// What left so far that is not allowed.
    public List<Leaked> soFar() {
        synchronized (leaked) {
            return List.copyOf(leaked);
        }
    }

    private Map<String, Long> counters() {
        return RouterRules.parse(router.run("nft", "list", "counters", "table", "inet", RouterRules.TABLE)
                .orThrow()
                .out());
    }

    /// Ends it once the cable has been silent for a moment.
    ///
    /// @throws LabException when it broke
    public Tally end() {
        close();
        var counted = new LinkedHashMap<String, Long>();
        counters().forEach((name, packets) -> counted.put(name, packets - before.getOrDefault(name, 0L)));
        return new Tally(soFar(), counted);
    }

    @Override
    public void close() {
        ending = true;
        try {
            ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new LabException("the watch at the router broke", e);
        }
    }
}
