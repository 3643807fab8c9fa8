// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ginnel.daemon.probe.TcpSweep;
import org.ginnel.http.SystemNames;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.net.Addresses;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;

/// Measures the latency of many servers, which are the gateways of the lab over and over.
record Sweeps(Lab lab) {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /// How long the daemon's own sweep takes for `count` servers.
    ///
    /// @throws LabException when one of them did not answer
    Duration of(int count) throws IOException {
        var servers = IntStream.range(0, count).mapToObj(this::server).toList();
        var answered = new AtomicInteger();
        var took = lab.client().machine().inNetwork(() -> sweep(servers, answered));
        if (answered.get() != count) {
            throw new LabException("only " + answered + " of " + count + " servers answered");
        }
        return took;
    }

    private static Duration sweep(List<Server> servers, AtomicInteger answered) {
        var began = System.nanoTime();
        try {
            new TcpSweep(LIMIT, new SystemNames(LIMIT), InstantSource.system()).measure(servers, (_, measurement) -> {
                if (measurement instanceof Measurement.Answered) {
                    answered.incrementAndGet();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while measuring", e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Server server(int number) {
        var gateway = lab.gateways().get(number % lab.gateways().size()).addresses();
        return new Server(
                "bench-" + number,
                "Bench",
                gateway.endpoint4(),
                Addresses.WIREGUARD_PORT,
                "lab",
                "Lab",
                "basic",
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }
}
