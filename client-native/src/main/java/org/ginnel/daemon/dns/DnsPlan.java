// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.dns;

import java.net.InetAddress;
import java.util.List;

/// Who answers names while the tunnel is up.
///
/// @param device name of the interface the resolvers are reached through
/// @param resolvers at least one
/// @param searchDomains may be empty
public record DnsPlan(String device, List<InetAddress> resolvers, List<String> searchDomains) {
    public DnsPlan {
        resolvers = List.copyOf(resolvers);
        searchDomains = List.copyOf(searchDomains);
        if (resolvers.isEmpty()) {
            throw new IllegalArgumentException("a DNS plan names at least one resolver");
        }
    }
}
