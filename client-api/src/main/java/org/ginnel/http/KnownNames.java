// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ginnel.wireguard.HostName;

/// Looks names up and remembers what was found, so that a host can still be reached while nobody answers: behind a
/// closed firewall, names cannot be looked up. That the host is the right one is for TLS to prove.
final class KnownNames implements NameLookup {
    private final NameLookup names;
    private final ConcurrentMap<String, List<InetAddress>> found = new ConcurrentHashMap<>();

    KnownNames(NameLookup names) {
        this.names = names;
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        try {
            var addresses = trustworthy(host, names.addresses(host));
            found.put(host, addresses);
            return addresses;
        } catch (UnknownHostException e) {
            var before = lastFound(host);
            if (before.isEmpty()) {
                throw e;
            }
            return before;
        }
    }

    /// A key travels in the clear to `localhost`, so whatever a resolver says, that is this machine (RFC 6761).
    private static List<InetAddress> trustworthy(String host, List<InetAddress> addresses) throws UnknownHostException {
        var kept = addresses.stream()
                .filter(address -> address.isLoopbackAddress() || !HostName.isLocalhost(host))
                .toList();
        if (kept.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return kept;
    }

    /// What the last look-up of `host` that worked found; none before.
    List<InetAddress> lastFound(String host) {
        return found.getOrDefault(host, List.of());
    }
}
