// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.jna.Services;

/// The service control manager of the machine this runs on.
public final class NativeServiceControl implements ServiceControl {
    /// Two of `SERVICE_TABLE_ENTRYW`, the second of which ends the table.
    private static final int TABLE = 32;

    private static final int MAIN = 8;

    /// What Windows may call for as long as the process is there.
    private final List<Object> kept = Collections.synchronizedList(new ArrayList<>());

    @Override
    public int dispatch(String name, Runnable main) {
        Services.Main callback = (_, _) -> main.run();
        kept.add(callback);
        try (var wide = NativeBytes.memory(NativeBytes.wide(name));
                var table = new Memory(TABLE)) {
            table.clear();
            table.setPointer(0, wide);
            table.setPointer(MAIN, CallbackReference.getFunctionPointer(callback));
            return Services.StartServiceCtrlDispatcherW(table) == 0 ? Native.getLastError() : WindowsCalls.SUCCESS;
        }
    }

    @Override
    public long register(String name, Handler handler) {
        Services.Handler callback = (control, event, _, _) -> handler.handle(control, event);
        kept.add(callback);
        try (var wide = NativeBytes.memory(NativeBytes.wide(name))) {
            return Services.RegisterServiceCtrlHandlerExW(wide, callback, Pointer.NULL);
        }
    }

    @Override
    public void report(long service, byte[] status) {
        try (var memory = NativeBytes.memory(status)) {
            var _ = Services.SetServiceStatus(service, memory);
        }
    }
}
