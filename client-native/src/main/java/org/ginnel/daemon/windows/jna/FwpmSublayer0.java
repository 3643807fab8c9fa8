// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/// `FWPM_SUBLAYER0`: filters that are weighed against each other.
@FieldOrder({"subLayerKey", "displayData", "flags", "providerKey", "providerData", "weight"})
public final class FwpmSublayer0 extends NativeStructure {
    public byte[] subLayerKey = new byte[16];
    public FwpmDisplayData0 displayData = new FwpmDisplayData0();
    public short flags;
    public @Nullable Pointer providerKey;
    public FwpByteBlob providerData = new FwpByteBlob();
    public short weight;
}
