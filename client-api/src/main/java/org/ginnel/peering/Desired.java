// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import java.time.Duration;
import java.util.List;
import org.ginnel.wireguard.IpNetwork;

/// What provisioning tells a gateway to have.
public sealed interface Desired permits DesiredState, DesiredChange {
    /// Grows with every change of this gateway's peers, from 0.
    long revision();

    /// How long the gateway keeps peers while it cannot ask whether they are still wanted.
    Duration lease();

    /// UDP port that clients are told, 1 to 65535; for comparison only, an agent never changes it.
    int port();

    /// The gateway's own addresses inside the tunnel.
    List<IpNetwork> addresses();
}
