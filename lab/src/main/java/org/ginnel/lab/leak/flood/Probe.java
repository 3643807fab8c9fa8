// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.flood;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.ginnel.lab.Family;

/// One kind of packet that the flood sends, and by which marks the router knows it.
///
/// @param name unique; letters, digits and hyphens, such as `lan-dns4`
/// @param group what it would give away
/// @param port where it goes; 0 for an echo
/// @param id unique among all probes: the source port of UDP, the first of [#SPAN] source ports of TCP, the
///     identifier of an echo
public record Probe(String name, Group group, Way way, InetAddress to, int port, int id) {
    /// How many source ports a TCP probe uses in turn.
    public static final int SPAN = 400;

    /// How it travels.
    public enum Way {
        TCP,
        UDP,
        ECHO
    }

    /// What a packet would give away that left beside the tunnel.
    public enum Group {
        /// What is done on the internet.
        INTERNET,
        /// Which names are looked up, whoever is asked.
        NAMES,
        /// What the neighbours are asked. `wg-quick` leaves them reachable; Ginnel only when the user says so.
        NEIGHBOURS,
        /// That somebody other than the daemon speaks with the operator.
        OPERATOR
    }

    /// The version of IP that carries it.
    public Family family() {
        return to instanceof Inet4Address ? Family.IPV4 : Family.IPV6;
    }
}
