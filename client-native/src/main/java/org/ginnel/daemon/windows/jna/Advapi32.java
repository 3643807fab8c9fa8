// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;

/// `advapi32.dll`, as `winreg.h` declares it. Loading the class loads the library.
public final class Advapi32 {
    static {
        Native.register(Advapi32.class, "advapi32");
    }

    private Advapi32() {}

    public static native int RegSetKeyValueW(
            Pointer root, Pointer subKey, Pointer name, int type, Pointer data, int bytes);

    public static native int RegGetValueW(
            Pointer root,
            Pointer subKey,
            Pointer name,
            int flags,
            IntByReference type,
            @Nullable Pointer data,
            IntByReference bytes);

    public static native int RegDeleteKeyValueW(Pointer root, Pointer subKey, Pointer name);

    public static native int RegDeleteTreeW(Pointer root, Pointer subKey);

    public static native int RegOpenKeyExW(long root, Pointer subKey, int options, int access, LongByReference key);

    public static native int RegNotifyChangeKeyValue(long key, int below, int what, long event, int later);

    public static native int RegCloseKey(long key);
}
