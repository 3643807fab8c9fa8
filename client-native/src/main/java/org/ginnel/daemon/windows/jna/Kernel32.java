// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/// `kernel32.dll`, as `handleapi.h`, `fileapi.h` and `synchapi.h` declare it. Handles are numbers. Loading
/// the class loads the library.
public final class Kernel32 {
    static {
        Native.register(Kernel32.class, "kernel32");
    }

    private Kernel32() {}

    public static native int CloseHandle(long handle);

    public static native int CreateDirectoryW(Pointer name, @Nullable Pointer attributes);

    public static native long CreateEventW(
            @Nullable Pointer attributes, int manual, int initial, @Nullable Pointer name);

    public static native int SetEvent(long event);

    public static native int WaitForMultipleObjects(int count, Pointer handles, int all, int millis);
}
