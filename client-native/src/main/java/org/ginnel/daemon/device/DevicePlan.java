// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.device;

import java.net.InetSocketAddress;
import org.ginnel.wireguard.Config;

/// The device to make.
///
/// @param name of the interface, at most 15 characters (`IFNAMSIZ`)
/// @param config keys, addresses and the one peer; its private key is present
/// @param endpoint where the peer is, resolved
/// @param mtu of the interface, 1280 to 9000
public record DevicePlan(String name, Config config, InetSocketAddress endpoint, int mtu) {
    public DevicePlan {
        if (name.isEmpty() || name.length() > 15) {
            throw new IllegalArgumentException("an interface name has 1 to 15 characters");
        }
        if (endpoint.isUnresolved()) {
            throw new IllegalArgumentException("the endpoint is not resolved");
        }
        if (mtu < 1280 || mtu > 9000) {
            throw new IllegalArgumentException("the MTU is 1280 to 9000");
        }
    }
}
