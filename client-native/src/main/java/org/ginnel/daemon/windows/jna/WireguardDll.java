// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;

/// `wireguard.dll` of WireGuardNT, as `wireguard.h` declares it. Loading the class loads the library.
public final class WireguardDll {
    static {
        Native.register(WireguardDll.class, "wireguard");
    }

    private WireguardDll() {}

    /// True: loading the class has loaded it.
    public static boolean isLoaded() {
        return true;
    }

    public static native @Nullable Pointer WireGuardCreateAdapter(Pointer name, Pointer tunnelType, Pointer guid);

    public static native void WireGuardCloseAdapter(Pointer adapter);

    public static native void WireGuardGetAdapterLUID(Pointer adapter, LongByReference luid);

    public static native int WireGuardSetConfiguration(Pointer adapter, Pointer config, int bytes);

    public static native int WireGuardGetConfiguration(Pointer adapter, Pointer config, IntByReference bytes);

    public static native int WireGuardSetAdapterState(Pointer adapter, int state);
}
