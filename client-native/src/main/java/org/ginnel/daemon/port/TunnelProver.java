// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.tunnel.Proof;

/// Proves that a tunnel carries traffic.
public interface TunnelProver {
    /// Sends small questions from our tunnel addresses, so that they take the tunnel whatever the default route
    /// is, and blocks until the first answer or the limit. Any thread; interruptible.
    ///
    /// @param sources our addresses inside the tunnel
    /// @param resolvers asked for the name servers of the root, over UDP
    /// @param gateways asked for an ICMP echo
    /// @param limit how long to wait at most
    Optional<Proof> prove(
            List<InetAddress> sources, List<InetAddress> resolvers, List<InetAddress> gateways, Duration limit)
            throws InterruptedException;

    /// The same for a tunnel beside the one that everybody uses, which may have the same addresses: questions for
    /// names are sent from the lane's ports, which [Routes#prepare] leads into it.
    ///
    /// @param gateways asked for an ICMP echo, which has no port; empty where another tunnel has one of the sources
    Optional<Proof> proveBeside(
            Lane lane,
            List<InetAddress> sources,
            List<InetAddress> resolvers,
            List<InetAddress> gateways,
            Duration limit)
            throws InterruptedException;
}
