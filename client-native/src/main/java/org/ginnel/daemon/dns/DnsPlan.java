// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/// Who answers names while the tunnel is up.
///
/// @param device name of the interface the resolvers are reached through
/// @param resolvers at least one
/// @param searchDomains may be empty
public record DnsPlan(String device, List<InetAddress> resolvers, List<String> searchDomains) {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");

    public DnsPlan {
        resolvers = List.copyOf(resolvers);
        searchDomains = List.copyOf(searchDomains);
        if (resolvers.isEmpty()) {
            throw new IllegalArgumentException("a DNS plan names at least one resolver");
        }
    }

    /// The search domains, for text that others read: no character of them means anything there.
    ///
    /// @throws IllegalArgumentException for one that is no host name
    public List<String> domains() {
        if (!searchDomains.stream().allMatch(domain -> DOMAIN.matcher(domain).matches())) {
            throw new IllegalArgumentException("a search domain is a host name");
        }
        return searchDomains;
    }
}
