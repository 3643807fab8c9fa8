// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/// `GUID`, where a function takes one by value: each processor has its own way.
@FieldOrder("bytes")
public final class Guid extends NativeStructure implements Structure.ByValue {
    public byte[] bytes = new byte[16];
}
