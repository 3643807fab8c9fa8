// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Structure;

/// A structure of Windows, laid out as its 64-bit compilers do: every field at a multiple of its size.
/// Memory that is zero to begin with.
public abstract class NativeStructure extends Structure {
    /// How many bytes from the beginning a field is.
    ///
    /// @param field as the C structure names it
    public final int offset(String field) {
        return fieldOffset(field);
    }
}
