// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/// `FWPM_FILTER_ENUM_TEMPLATE0`: which filters are asked for.
@FieldOrder({
    "providerKey",
    "layerKey",
    "enumType",
    "flags",
    "providerContextTemplate",
    "numFilterConditions",
    "filterCondition",
    "actionMask",
    "calloutKey"
})
public final class FwpmFilterEnumTemplate0 extends NativeStructure {
    public @Nullable Pointer providerKey;
    public byte[] layerKey = new byte[16];
    public int enumType;
    public int flags;
    public @Nullable Pointer providerContextTemplate;
    public int numFilterConditions;
    public @Nullable Pointer filterCondition;
    public int actionMask;
    public @Nullable Pointer calloutKey;
}
