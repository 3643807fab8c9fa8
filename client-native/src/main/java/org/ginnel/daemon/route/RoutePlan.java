// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.route;

import java.util.List;
import org.ginnel.daemon.device.Lane;
import org.ginnel.wireguard.IpNetwork;

/// Which traffic goes into a tunnel.
///
/// @param lane whose device it is
/// @param addresses our addresses inside the tunnel; another lane's may be the same
/// @param allowedIps what the peer carries; what it does not is unreachable while diverted, in both families
public record RoutePlan(Lane lane, List<IpNetwork> addresses, List<IpNetwork> allowedIps) {
    public RoutePlan {
        addresses = List.copyOf(addresses);
        allowedIps = List.copyOf(allowedIps);
    }
}
