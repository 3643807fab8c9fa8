// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/// `FWPM_FILTER0`: a filter.
@FieldOrder({
    "filterKey",
    "displayData",
    "flags",
    "providerKey",
    "providerData",
    "layerKey",
    "subLayerKey",
    "weight",
    "numFilterConditions",
    "filterCondition",
    "action",
    "providerContextKey",
    "reserved",
    "filterId",
    "effectiveWeight"
})
public final class FwpmFilter0 extends NativeStructure {
    public byte[] filterKey = new byte[16];
    public FwpmDisplayData0 displayData = new FwpmDisplayData0();
    public int flags;
    public @Nullable Pointer providerKey;
    public FwpByteBlob providerData = new FwpByteBlob();
    public byte[] layerKey = new byte[16];
    public byte[] subLayerKey = new byte[16];
    public FwpValue0 weight = new FwpValue0();
    public int numFilterConditions;
    public @Nullable Pointer filterCondition;
    public FwpmAction0 action = new FwpmAction0();
    public FwpmContext providerContextKey = new FwpmContext();
    public @Nullable Pointer reserved;
    public long filterId;
    public FwpValue0 effectiveWeight = new FwpValue0();
}
