// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.device;

import java.net.InetSocketAddress;
import org.ginnel.wireguard.Config;

/// The device to make.
///
/// @param lane whose interface it is
/// @param config keys, addresses and the one peer; its private key is present
/// @param endpoint where the peer is, resolved
/// @param mtu of the interface, 1280 to 9000
public record DevicePlan(Lane lane, Config config, InetSocketAddress endpoint, int mtu) {
    public DevicePlan {
        if (endpoint.isUnresolved()) {
            throw new IllegalArgumentException("the endpoint is not resolved");
        }
        if (mtu < 1280 || mtu > 9000) {
            throw new IllegalArgumentException("the MTU is 1280 to 9000");
        }
    }

    /// Of the interface.
    public String name() {
        return lane.device();
    }
}
