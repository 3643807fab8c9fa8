// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.tunnel.Proof;

/// Proves what a test told it, at once; it never waits. Any thread.
public final class FakeProver implements TunnelProver {
    private final Journal journal;
    private volatile Optional<Proof> next = Optional.empty();

    public FakeProver(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Optional<Proof> prove(
            List<InetAddress> sources, List<InetAddress> resolvers, List<InetAddress> gateways, Duration limit) {
        journal.add("prover.prove", sources);
        return next;
    }

    @Override
    public Optional<Proof> proveBeside(
            Lane lane,
            List<InetAddress> sources,
            List<InetAddress> resolvers,
            List<InetAddress> gateways,
            Duration limit) {
        journal.add("prover.proveBeside", lane);
        return next;
    }

    /// From now on the tunnel carries traffic.
    public void answers(Proof proof) {
        next = Optional.of(proof);
    }

    /// From now on nothing comes back.
    public void silent() {
        next = Optional.empty();
    }
}
