// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.jna.Advapi32;
import org.ginnel.daemon.windows.jna.Kernel32;

/// Tells that a key of the registry has changed, or anything below it, on a thread of its own.
final class RegistryWatch implements AutoCloseable {
    /// `HKEY_LOCAL_MACHINE`, which is a number and no address.
    private static final long MACHINE = 0xffff_ffff_8000_0002L;

    /// `KEY_NOTIFY`.
    private static final int NOTIFY = 0x10;

    /// `REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET`: keys and values.
    private static final int CHANGES = 0x1 | 0x4;

    private static final int FOREVER = -1;
    private static final int HANDLES = 2;

    private final long key;
    private final long changed;
    private final long closing;
    private final Runnable listener;
    private final CompletableFuture<Integer> asked = new CompletableFuture<>();
    private final Thread thread;

    private RegistryWatch(long key, Runnable listener) {
        this.key = key;
        this.listener = listener;
        this.changed = Kernel32.CreateEventW(Pointer.NULL, 0, 0, Pointer.NULL);
        this.closing = Kernel32.CreateEventW(Pointer.NULL, 1, 0, Pointer.NULL);
        this.thread = Thread.ofPlatform().daemon().name("ginnel-registry").unstarted(this::listen);
    }

    /// Begins to tell, of every change from now on.
    ///
    /// @param name below `HKEY_LOCAL_MACHINE`
    /// @throws IOException when there is no such key, or it may not be watched
    static RegistryWatch start(String name, Runnable listener) throws IOException {
        var opened = new LongByReference();
        try (var wide = NativeBytes.memory(NativeBytes.wide(name))) {
            var code = Advapi32.RegOpenKeyExW(MACHINE, wide, 0, NOTIFY, opened);
            if (code != WindowsCalls.SUCCESS) {
                throw new IOException("RegOpenKeyExW of %s: error %d of Windows".formatted(name, code));
            }
        }
        var watch = new RegistryWatch(opened.getValue(), listener);
        watch.thread.start();
        var code = watch.asked.join();
        if (code != WindowsCalls.SUCCESS) {
            watch.close();
            throw new IOException("RegNotifyChangeKeyValue of %s: error %d of Windows".formatted(name, code));
        }
        return watch;
    }

    /// Asks to be told once. The thread that asks has to be there still when it happens.
    private int ask() {
        return Advapi32.RegNotifyChangeKeyValue(key, 1, CHANGES, changed, 1);
    }

    private void listen() {
        try (var handles = new Memory(HANDLES * (long) Long.BYTES)) {
            handles.setLong(0, changed);
            handles.setLong(Long.BYTES, closing);
            var code = ask();
            asked.complete(code);
            while (code == WindowsCalls.SUCCESS && Kernel32.WaitForMultipleObjects(HANDLES, handles, 0, FOREVER) == 0) {
                // First, so that nothing is missed between.
                code = ask();
                listener.run();
            }
        }
    }

    /// Waits for the thread to end. Nothing is told after that.
    @Override
    public void close() {
        var _ = Kernel32.SetEvent(closing);
        try {
            thread.join();
            var _ = Advapi32.RegCloseKey(key);
            var _ = Kernel32.CloseHandle(changed);
            var _ = Kernel32.CloseHandle(closing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends, and gives everything back
        }
    }
}
