// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure.FieldOrder;

/// `FWP_VALUE0`: a number, or a pointer to what is longer. `FWP_CONDITION_VALUE0` is laid out the same.
@FieldOrder({"type", "uint64"})
public final class FwpValue0 extends NativeStructure {
    public int type;
    public long uint64;
}
