// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/// `fwpuclnt.dll`, as `fwpmu.h` declares it. Loading the class loads the library.
public final class Fwpuclnt {
    static {
        Native.register(Fwpuclnt.class, "fwpuclnt");
    }

    private Fwpuclnt() {}

    /// `FWPM_FILTER_CHANGE_CALLBACK0`.
    public interface FilterChange extends Callback {
        /// Called on a thread of Windows.
        ///
        /// @param change `FWPM_FILTER_CHANGE0`
        void changed(@Nullable Pointer context, @Nullable Pointer change);
    }

    public static native int FwpmEngineOpen0(
            @Nullable Pointer serverName,
            int authnService,
            @Nullable Pointer authIdentity,
            @Nullable Pointer session,
            PointerByReference engine);

    public static native int FwpmEngineClose0(Pointer engine);

    public static native int FwpmTransactionBegin0(Pointer engine, int flags);

    public static native int FwpmTransactionCommit0(Pointer engine);

    public static native int FwpmTransactionAbort0(Pointer engine);

    public static native int FwpmProviderAdd0(Pointer engine, FwpmProvider0 provider, @Nullable Pointer sd);

    public static native int FwpmProviderDeleteByKey0(Pointer engine, Pointer key);

    public static native int FwpmSubLayerAdd0(Pointer engine, FwpmSublayer0 subLayer, @Nullable Pointer sd);

    public static native int FwpmSubLayerDeleteByKey0(Pointer engine, Pointer key);

    public static native int FwpmFilterAdd0(
            Pointer engine, FwpmFilter0 filter, @Nullable Pointer sd, LongByReference id);

    public static native int FwpmFilterDeleteByKey0(Pointer engine, Pointer key);

    public static native int FwpmFilterCreateEnumHandle0(
            Pointer engine, FwpmFilterEnumTemplate0 template, PointerByReference handle);

    public static native int FwpmFilterEnum0(
            Pointer engine,
            Pointer handle,
            int numEntriesRequested,
            PointerByReference entries,
            IntByReference numEntriesReturned);

    public static native int FwpmFilterDestroyEnumHandle0(Pointer engine, Pointer handle);

    public static native int FwpmFilterSubscribeChanges0(
            Pointer engine,
            FwpmFilterSubscription0 subscription,
            FilterChange callback,
            @Nullable Pointer context,
            PointerByReference handle);

    public static native int FwpmFilterUnsubscribeChanges0(Pointer engine, Pointer handle);

    public static native void FwpmFreeMemory0(PointerByReference memory);
}
