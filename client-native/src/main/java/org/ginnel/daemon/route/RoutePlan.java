// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.route;

import java.util.List;
import org.ginnel.wireguard.IpNetwork;

/// Which traffic goes into the tunnel.
///
/// @param device name of the interface
/// @param addresses our addresses inside the tunnel
/// @param allowedIps what the peer carries; what it does not is unreachable while diverted, in both families
public record RoutePlan(String device, List<IpNetwork> addresses, List<IpNetwork> allowedIps) {
    public RoutePlan {
        addresses = List.copyOf(addresses);
        allowedIps = List.copyOf(allowedIps);
    }
}
