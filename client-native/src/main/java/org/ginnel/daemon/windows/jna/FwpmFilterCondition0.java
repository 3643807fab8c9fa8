// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure.FieldOrder;

/// `FWPM_FILTER_CONDITION0`: what is asked of one field.
@FieldOrder({"fieldKey", "matchType", "conditionValue"})
public final class FwpmFilterCondition0 extends NativeStructure {
    public byte[] fieldKey = new byte[16];
    public int matchType;
    public FwpValue0 conditionValue = new FwpValue0();
}
