// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/// `FWP_BYTE_BLOB`: bytes somewhere else.
@FieldOrder({"size", "data"})
public final class FwpByteBlob extends NativeStructure {
    public int size;
    public @Nullable Pointer data;
}
