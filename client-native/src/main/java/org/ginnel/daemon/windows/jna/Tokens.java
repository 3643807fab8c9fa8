// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;

/// What `advapi32.dll` says of who somebody is and what a file's rights are, as `securitybaseapi.h`,
/// `processthreadsapi.h`, `namedpipeapi.h` and `winbase.h` declare it. Handles are numbers. Loading the class loads
/// the library.
public final class Tokens {
    static {
        Native.register(Tokens.class, "advapi32");
    }

    private Tokens() {}

    public static native int ImpersonateNamedPipeClient(long pipe);

    public static native int RevertToSelf();

    public static native int OpenThreadToken(long thread, int access, int asSelf, LongByReference token);

    public static native int OpenProcessToken(long process, int access, LongByReference token);

    public static native int GetTokenInformation(
            long token, int kind, @Nullable Pointer into, int room, IntByReference needed);

    public static native int LookupAccountNameW(
            @Nullable Pointer system,
            Pointer name,
            Pointer sid,
            IntByReference sidRoom,
            Pointer domain,
            IntByReference domainRoom,
            IntByReference use);

    public static native int SetFileSecurityW(Pointer file, int what, Pointer descriptor);

    public static native int GetFileSecurityW(Pointer file, int what, Pointer into, int room, IntByReference needed);
}
