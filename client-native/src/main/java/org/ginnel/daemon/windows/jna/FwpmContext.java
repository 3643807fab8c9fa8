// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure.FieldOrder;

/// The union of a context in `FWPM_FILTER0`: a number or an identifier; aligned as the number is.
@FieldOrder({"first", "second"})
public final class FwpmContext extends NativeStructure {
    public long first;
    public long second;
}
