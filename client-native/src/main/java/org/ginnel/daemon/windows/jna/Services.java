// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/// A service's side of the service control manager in `advapi32.dll`, as `winsvc.h` declares it. Loading the class
/// loads the library.
public final class Services {
    static {
        Native.register(Services.class, "advapi32");
    }

    private Services() {}

    /// `LPSERVICE_MAIN_FUNCTIONW`.
    public interface Main extends Callback {
        /// Called on a thread of Windows; the service is over when it returns.
        void run(int count, @Nullable Pointer words);
    }

    /// `LPHANDLER_FUNCTION_EX`.
    public interface Handler extends Callback {
        /// Called on the thread that waits in the dispatcher.
        int handle(int control, int event, @Nullable Pointer data, @Nullable Pointer context);
    }

    public static native int StartServiceCtrlDispatcherW(Pointer table);

    public static native long RegisterServiceCtrlHandlerExW(Pointer name, Handler handler, @Nullable Pointer context);

    public static native int SetServiceStatus(long handle, Pointer status);
}
