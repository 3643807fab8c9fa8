// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import java.util.List;
import org.ginnel.ui.tray.TrayItem;

/// What a tray needs of `shell32.dll` and `user32.dll`. All of it on one thread but [#wake(long)].
interface Taskbar {
    /// `NIM_ADD`.
    int ADD = 0;

    /// `NIM_MODIFY`.
    int MODIFY = 1;

    /// `NIM_DELETE`.
    int DELETE = 2;

    /// What a person did to the icon, or the shell.
    enum Heard {
        /// The first button, or a key.
        CLICK,
        /// The second button.
        MENU,
        /// The shell has begun anew, and knows no icon of ours.
        ANEW
    }

    /// Who hears of it; to return at once.
    interface Listener {
        void heard(Heard what);
    }

    /// A window that is never shown, which the shell tells of clicks.
    ///
    /// @return 0 when Windows refuses
    long window(Listener listener);

    /// Pixels a side that an icon has here.
    int iconSize();

    /// An icon of these pixels, each `0xAARRGGBB`.
    ///
    /// @return 0 when Windows refuses
    long icon(int size, int[] argb);

    /// Gives an icon back.
    void forget(long icon);

    /// `Shell_NotifyIconW`.
    ///
    /// @param data see [IconData#bytes()]
    /// @return whether the shell did it
    boolean tell(int message, byte[] data);

    /// Shows a menu at the pointer and waits until it is gone.
    ///
    /// @return which of `items` was chosen, counted from 0; less when none was
    int choose(long window, List<TrayItem> items);

    /// Waits until the listener was called or somebody woke us, and may return without either.
    ///
    /// @return false when it makes no sense to wait again
    boolean await();

    /// Ends a wait, or the next one. Any thread.
    void wake(long window);

    /// Takes the window away.
    void destroy(long window);
}
