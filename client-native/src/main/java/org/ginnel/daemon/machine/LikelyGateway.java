// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.ginnel.wireguard.IpNetwork;

/// A guess where the server is inside the tunnel. Only used to ask for an echo there.
final class LikelyGateway {
    private static final int LONELY_IPV4 = 24;
    private static final int LONELY_IPV6 = 64;

    /// The first address of the network; a lone address counts as one of a /24 or a /64.
    static InetAddress of(IpNetwork ours) {
        var lonely = ours.prefix() == ours.address().getAddress().length * 8;
        var widened = lonely ? new IpNetwork(ours.address(), ours.isIpv4() ? LONELY_IPV4 : LONELY_IPV6) : ours;
        var bytes = widened.masked().address().getAddress();
        bytes[bytes.length - 1] |= 1;
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private LikelyGateway() {}
}
