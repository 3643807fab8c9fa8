// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure.FieldOrder;

/// `FWP_V4_ADDR_AND_MASK`: a network of IPv4, both numbers as the processor has them.
@FieldOrder({"addr", "mask"})
public final class FwpV4AddrAndMask extends NativeStructure {
    public int addr;
    public int mask;
}
