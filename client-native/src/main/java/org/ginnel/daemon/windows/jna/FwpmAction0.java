// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure.FieldOrder;

/// `FWPM_ACTION0`: what becomes of a packet.
@FieldOrder({"type", "filterType"})
public final class FwpmAction0 extends NativeStructure {
    public int type;
    public byte[] filterType = new byte[16];
}
