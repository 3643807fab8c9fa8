// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.windows;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/// The shell of the Windows that this runs on. Seen under Wine by hand; never on Windows.
final class NativeShell implements Shell {
    /// `HWND_MESSAGE`.
    private static final Pointer MESSAGES_ONLY = Pointer.createConstant(-3L);

    /// `IDI_INFORMATION`.
    private static final Pointer INFORMATION = Pointer.createConstant(32516);

    /// A kind of window that every Windows has.
    private static final byte[] STATIC = "STATIC\0".getBytes(UTF_16LE);

    private final Shell32 shell = Native.load("shell32", Shell32.class);
    private final User32 user = Native.load("user32", User32.class);

    /// `shellapi.h`.
    interface Shell32 extends Library {
        int Shell_NotifyIconW(int message, Pointer data);
    }

    /// `winuser.h`. Windows and icons are addresses that nobody looks behind.
    interface User32 extends Library {
        @Nullable
        Pointer CreateWindowExW(
                int extended,
                Pointer kind,
                @Nullable Pointer name,
                int style,
                int x,
                int y,
                int width,
                int height,
                Pointer parent,
                @Nullable Pointer menu,
                @Nullable Pointer instance,
                @Nullable Pointer parameter);

        @Nullable
        Pointer LoadIconW(@Nullable Pointer instance, Pointer name);

        int DestroyWindow(Pointer window);
    }

    @Override
    public long window() {
        try (var kind = memory(STATIC)) {
            return Pointer.nativeValue(
                    user.CreateWindowExW(0, kind, null, 0, 0, 0, 0, 0, MESSAGES_ONLY, null, null, null));
        }
    }

    @Override
    public long icon() {
        return Pointer.nativeValue(user.LoadIconW(null, INFORMATION));
    }

    @Override
    public boolean tell(int message, byte[] data) {
        try (var memory = memory(data)) {
            return shell.Shell_NotifyIconW(message, memory) != 0;
        }
    }

    private static Memory memory(byte[] bytes) {
        var memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    @Override
    public void destroy(long window) {
        var _ = user.DestroyWindow(new Pointer(window));
    }
}
