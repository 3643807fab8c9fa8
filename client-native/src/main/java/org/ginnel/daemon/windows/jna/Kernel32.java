// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Native;

/// `kernel32.dll`, as `handleapi.h` declares it. Handles are numbers. Loading the class loads the library.
public final class Kernel32 {
    static {
        Native.register(Kernel32.class, "kernel32");
    }

    private Kernel32() {}

    public static native int CloseHandle(long handle);
}
