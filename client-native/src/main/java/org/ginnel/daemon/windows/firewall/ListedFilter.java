// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import com.sun.jna.Pointer;
import java.util.UUID;
import org.ginnel.daemon.windows.NativeBytes;

/// A filter as `FwpmFilterEnum0` lists it. Offsets by `windows-layouts.c`.
///
/// @param at a `FWPM_FILTER0`
record ListedFilter(Pointer at) {
    private static final int GUID = 16;

    /// Of `flags`.
    static final int FLAGS = 32;

    /// `FWPM_FILTER_FLAG_BOOTTIME`.
    private static final int BOOTTIME = 0x2;

    /// `FWPM_FILTER_FLAG_DISABLED`.
    private static final int DISABLED = 0x20;

    UUID key() {
        return NativeBytes.uuid(at.getByteArray(0, GUID));
    }

    /// Whether nobody is asked by it though it is there. One for the boot has done its part by then.
    boolean isDisabled() {
        return (at.getInt(FLAGS) & (DISABLED | BOOTTIME)) == DISABLED;
    }
}
