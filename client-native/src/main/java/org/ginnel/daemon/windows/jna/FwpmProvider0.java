// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/// `FWPM_PROVIDER0`: who owns filters.
@FieldOrder({"providerKey", "displayData", "flags", "providerData", "serviceName"})
public final class FwpmProvider0 extends NativeStructure {
    public byte[] providerKey = new byte[16];
    public FwpmDisplayData0 displayData = new FwpmDisplayData0();
    public int flags;
    public FwpByteBlob providerData = new FwpByteBlob();
    public @Nullable Pointer serviceName;
}
