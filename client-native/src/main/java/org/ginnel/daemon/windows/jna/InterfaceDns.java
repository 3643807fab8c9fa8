// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/// What `iphlpapi.dll` has since version 2004 of Windows 10 only, as `netioapi.h` declares it. Loading the
/// class fails where it is missing.
public final class InterfaceDns {
    static {
        Native.register(InterfaceDns.class, "iphlpapi");
    }

    private InterfaceDns() {}

    /// What is told of an interface.
    ///
    /// @param settings `DNS_INTERFACE_SETTINGS`
    public static native int SetInterfaceDnsSettings(Guid id, Pointer settings);
}
