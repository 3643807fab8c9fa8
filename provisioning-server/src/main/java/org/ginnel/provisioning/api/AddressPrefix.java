// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Names the network that an address is counted with.
final class AddressPrefix {
    private AddressPrefix() {}

    /// @param ipv4 length of the prefix in bits, a multiple of 8
    /// @param ipv6 the same for IPv6
    static String of(InetAddress address, int ipv4, int ipv6) {
        var length = (address instanceof Inet4Address ? ipv4 : ipv6) / 8;
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), length));
    }
}
