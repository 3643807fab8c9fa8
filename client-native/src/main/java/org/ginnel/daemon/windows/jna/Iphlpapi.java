// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/// `iphlpapi.dll`, as `netioapi.h` declares it. Loading the class loads the library.
public final class Iphlpapi {
    static {
        Native.register(Iphlpapi.class, "iphlpapi");
    }

    private Iphlpapi() {}

    /// `PIPINTERFACE_CHANGE_CALLBACK`, `PIPFORWARD_CHANGE_CALLBACK` and `PUNICAST_IPADDRESS_CHANGE_CALLBACK`, which
    /// are alike.
    public interface RowChange extends Callback {
        /// Called on a thread of Windows.
        ///
        /// @param row `MIB_IPINTERFACE_ROW`, `MIB_IPFORWARD_ROW2` or `MIB_UNICASTIPADDRESS_ROW`
        /// @param type `MIB_NOTIFICATION_TYPE`
        void changed(@Nullable Pointer context, @Nullable Pointer row, int type);
    }

    public static native void InitializeUnicastIpAddressEntry(Pointer row);

    public static native int CreateUnicastIpAddressEntry(Pointer row);

    public static native int DeleteUnicastIpAddressEntry(Pointer row);

    public static native void InitializeIpForwardEntry(Pointer row);

    public static native int CreateIpForwardEntry2(Pointer row);

    public static native int DeleteIpForwardEntry2(Pointer row);

    public static native int GetIpForwardTable2(short family, PointerByReference table);

    public static native void FreeMibTable(Pointer table);

    public static native void InitializeIpInterfaceEntry(Pointer row);

    public static native int GetIpInterfaceEntry(Pointer row);

    public static native int SetIpInterfaceEntry(Pointer row);

    public static native int GetIfEntry2(Pointer row);

    public static native int NotifyIpInterfaceChange(
            short family,
            RowChange callback,
            @Nullable Pointer context,
            byte initialNotification,
            PointerByReference handle);

    public static native int NotifyRouteChange2(
            short family,
            RowChange callback,
            @Nullable Pointer context,
            byte initialNotification,
            PointerByReference handle);

    public static native int NotifyUnicastIpAddressChange(
            short family,
            RowChange callback,
            @Nullable Pointer context,
            byte initialNotification,
            PointerByReference handle);

    public static native int CancelMibChangeNotify2(Pointer handle);
}
