// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure.FieldOrder;

/// `FWP_V6_ADDR_AND_MASK`: a network of IPv6, the address as it is sent.
@FieldOrder({"addr", "prefixLength"})
public final class FwpV6AddrAndMask extends NativeStructure {
    public byte[] addr = new byte[16];
    public byte prefixLength;
}
