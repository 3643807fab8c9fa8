// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.ginnel.ui.tray.TrayItem;
import org.jspecify.annotations.Nullable;

/// The shell of the Windows that this runs on. Seen under Wine; never on Windows.
final class NativeTaskbar implements Taskbar {
    private static final String NAME = "GinnelTray";

    /// What the shell tells every window when it has begun anew.
    private static final String ANEW = "TaskbarCreated";

    /// `WM_NULL`: nothing, but a wait ends by it.
    static final int NOTHING = 0;

    static final int WM_LBUTTONUP = 0x202;
    static final int WM_RBUTTONUP = 0x205;

    /// `SM_CXSMICON`.
    static final int SMALL_ICON = 49;

    /// `MF_STRING`, `MF_GRAYED`, `MF_SEPARATOR`.
    static final int STRING = 0;

    static final int GRAYED = 0x1;
    static final int SEPARATOR = 0x800;

    /// `TPM_RIGHTBUTTON | TPM_NONOTIFY | TPM_RETURNCMD`.
    static final int CHOOSE = 0x2 | 0x80 | 0x100;

    /// `WNDCLASSEXW`, and where its function and its name are.
    static final int CLASS = 80;

    static final int CLASS_FUNCTION = 8;
    static final int CLASS_NAME = 64;

    /// `MSG` and `POINT`.
    static final int MESSAGE = 48;

    static final int POINT = 8;

    private final Shell32 shell = Native.load("shell32", Shell32.class);
    private final User32 user = Native.load("user32", User32.class);

    /// For as long as Windows may call it.
    private @Nullable Procedure procedure;

    private volatile long ours;

    /// `WNDPROC`.
    interface Procedure extends Callback {
        long message(@Nullable Pointer window, int message, long first, long second);
    }

    /// `shellapi.h`.
    interface Shell32 extends Library {
        int Shell_NotifyIconW(int message, Pointer data);
    }

    /// `winuser.h`. Windows, icons and menus are addresses that nobody looks behind.
    interface User32 extends Library {
        short RegisterClassExW(Pointer kind);

        int RegisterWindowMessageW(Pointer name);

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
                @Nullable Pointer parent,
                @Nullable Pointer menu,
                @Nullable Pointer instance,
                @Nullable Pointer parameter);

        long DefWindowProcW(@Nullable Pointer window, int message, long first, long second);

        int GetMessageW(Pointer message, @Nullable Pointer window, int least, int most);

        long DispatchMessageW(Pointer message);

        int PostMessageW(Pointer window, int message, long first, long second);

        int DestroyWindow(Pointer window);

        int UnregisterClassW(Pointer name, @Nullable Pointer instance);

        int GetSystemMetrics(int which);

        @Nullable
        Pointer CreateIcon(
                @Nullable Pointer instance,
                int width,
                int height,
                byte planes,
                byte bits,
                Pointer transparent,
                Pointer colours);

        int DestroyIcon(Pointer icon);

        @Nullable
        Pointer CreatePopupMenu();

        int AppendMenuW(Pointer menu, int kind, long id, @Nullable Pointer text);

        int GetCursorPos(Pointer point);

        int SetForegroundWindow(Pointer window);

        int TrackPopupMenu(Pointer menu, int how, int x, int y, int reserved, Pointer window, @Nullable Pointer rest);

        int DestroyMenu(Pointer menu);
    }

    @Override
    public long window(Listener listener) {
        try (var name = wide(NAME);
                var anew = wide(ANEW);
                var kind = new Memory(CLASS)) {
            var created = user.RegisterWindowMessageW(anew);
            Procedure heard = (window, message, first, second) -> {
                var what = message == created ? Optional.of(Heard.ANEW) : heard(message, (int) second & 0xffff);
                // What the shell sends ends no wait by itself.
                what.ifPresent(it -> {
                    listener.heard(it);
                    wake(Pointer.nativeValue(window));
                });
                return user.DefWindowProcW(window, message, first, second);
            };
            procedure = heard;
            kind.clear();
            kind.setInt(0, CLASS);
            kind.setPointer(CLASS_FUNCTION, CallbackReference.getFunctionPointer(heard));
            kind.setPointer(CLASS_NAME, name);
            if (user.RegisterClassExW(kind) != 0) {
                ours = Pointer.nativeValue(user.CreateWindowExW(0, name, null, 0, 0, 0, 0, 0, null, null, null, null));
            }
            return ours;
        }
    }

    private static Optional<Heard> heard(int message, int mouse) {
        if (message != IconData.CALLBACK) {
            return Optional.empty();
        }
        return switch (mouse) {
            case WM_LBUTTONUP -> Optional.of(Heard.CLICK);
            case WM_RBUTTONUP -> Optional.of(Heard.MENU);
            default -> Optional.empty();
        };
    }

    @Override
    public int iconSize() {
        return user.GetSystemMetrics(SMALL_ICON);
    }

    /// Pixels as Windows has them, blue first; nothing is cut out by the mask of one bit, whose rows are
    /// whole words.
    @Override
    public long icon(int size, int[] argb) {
        var pixels = ByteBuffer.allocate(4 * argb.length).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asIntBuffer().put(argb);
        try (var colours = memory(pixels.array());
                var mask = memory(new byte[(size + 15) / 16 * 2 * size])) {
            return Pointer.nativeValue(user.CreateIcon(null, size, size, (byte) 1, (byte) 32, mask, colours));
        }
    }

    @Override
    public void forget(long icon) {
        var _ = user.DestroyIcon(new Pointer(icon));
    }

    @Override
    public boolean tell(int message, byte[] data) {
        try (var memory = memory(data)) {
            return shell.Shell_NotifyIconW(message, memory) != 0;
        }
    }

    /// The window comes to the front first, else the menu would stay when somebody clicks elsewhere; and is
    /// sent a message behind it, for the same reason (`TrackPopupMenu`, remarks).
    @Override
    public int choose(long window, List<TrayItem> items) {
        var menu = user.CreatePopupMenu();
        if (menu == null) {
            return -1;
        }
        try (var point = new Memory(POINT)) {
            for (var i = 0; i < items.size(); i++) {
                append(menu, i + 1, items.get(i));
            }
            point.clear();
            var _ = user.GetCursorPos(point);
            var _ = user.SetForegroundWindow(new Pointer(window));
            var chosen =
                    user.TrackPopupMenu(menu, CHOOSE, point.getInt(0), point.getInt(4), 0, new Pointer(window), null);
            wake(window);
            return chosen - 1;
        } finally {
            var _ = user.DestroyMenu(menu);
        }
    }

    private void append(Pointer menu, int id, TrayItem item) {
        switch (item) {
            case TrayItem.Label(var text) -> append(menu, STRING | GRAYED, id, text);
            case TrayItem.Command(var _, var text, var _) -> append(menu, STRING, id, text);
            case TrayItem.Divider() -> {
                var _ = user.AppendMenuW(menu, SEPARATOR, 0, null);
            }
        }
    }

    /// A single `&` would be a key's.
    private void append(Pointer menu, int kind, int id, String text) {
        try (var wide = wide(text.replace("&", "&&"))) {
            var _ = user.AppendMenuW(menu, kind, id, wide);
        }
    }

    @Override
    public boolean await() {
        try (var message = new Memory(MESSAGE)) {
            message.clear();
            if (user.GetMessageW(message, null, 0, 0) <= 0) {
                return false;
            }
            var _ = user.DispatchMessageW(message);
            return true;
        }
    }

    @Override
    public void wake(long window) {
        var _ = user.PostMessageW(new Pointer(window), NOTHING, 0, 0);
    }

    /// Sends the window a message; for tests. Any thread.
    void post(int message, int second) {
        var _ = user.PostMessageW(new Pointer(ours), message, 1, second);
    }

    @Override
    public void destroy(long window) {
        var _ = user.DestroyWindow(new Pointer(window));
        try (var name = wide(NAME)) {
            var _ = user.UnregisterClassW(name, null);
        } finally {
            Reference.reachabilityFence(procedure);
        }
    }

    private static Memory wide(String text) {
        return memory((text + '\0').getBytes(UTF_16LE));
    }

    private static Memory memory(byte[] bytes) {
        var memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
