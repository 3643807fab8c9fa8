// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.ginnel.wireguard.Endpoint;

/// Reads `HOST:PORT` of `--listen`, where the host is an address: names are not looked up.
final class ListenAddress {
    private ListenAddress() {}

    static Optional<InetSocketAddress> parse(String text) {
        var anyPort = text.endsWith(":0");
        var endpoint = Endpoint.parse(anyPort ? text.substring(0, text.length() - 1) + "1" : text);
        return endpoint.flatMap(Endpoint::address)
                .map(address -> new InetSocketAddress(
                        address, anyPort ? 0 : endpoint.get().port()));
    }
}
