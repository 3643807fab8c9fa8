// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// This machine's side of a tunnel. Prints without its private key.
///
/// @param privateKey absent in a config whose key pair was made on this device
/// @param addresses our addresses inside the tunnel, with the prefix of its network
/// @param dns resolvers to use while connected
/// @param searchDomains domains to complete short names with
/// @param mtu in bytes, 576 to 65535; absent means the device's default
/// @param listenPort UDP port to bind, 1 to 65535; absent means any
public record Interface(
        Optional<PrivateKey> privateKey,
        List<IpNetwork> addresses,
        List<InetAddress> dns,
        List<String> searchDomains,
        Optional<Integer> mtu,
        Optional<Integer> listenPort) {
    /// Smallest MTU accepted: what every IPv4 host can receive (RFC 791).
    static final int MIN_MTU = 576;

    public Interface {
        addresses = List.copyOf(addresses);
        dns = List.copyOf(dns);
        searchDomains = List.copyOf(searchDomains);
        if (mtu.filter(m -> m < MIN_MTU || m > 65535).isPresent()) {
            throw new IllegalArgumentException("an MTU is 576 to 65535");
        }
        if (listenPort.filter(p -> p < 1 || p > 65535).isPresent()) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        if (!searchDomains.stream().allMatch(HostName::isValid)) {
            throw new IllegalArgumentException("a search domain is a host name");
        }
    }

    /// This interface with that key.
    public Interface withPrivateKey(PrivateKey key) {
        return new Interface(Optional.of(key), addresses, dns, searchDomains, mtu, listenPort);
    }
}
