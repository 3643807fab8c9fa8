// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/// `FWPM_FILTER_SUBSCRIPTION0`: which changes of which filters are told.
@FieldOrder({"enumTemplate", "flags", "sessionKey"})
public final class FwpmFilterSubscription0 extends NativeStructure {
    public @Nullable Pointer enumTemplate;
    public int flags;
    public byte[] sessionKey = new byte[16];
}
