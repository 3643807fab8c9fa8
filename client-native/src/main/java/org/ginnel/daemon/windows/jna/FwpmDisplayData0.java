// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/// `FWPM_DISPLAY_DATA0`: what people read; both in UTF-16.
@FieldOrder({"name", "description"})
public final class FwpmDisplayData0 extends NativeStructure {
    public @Nullable Pointer name;
    public @Nullable Pointer description;
}
