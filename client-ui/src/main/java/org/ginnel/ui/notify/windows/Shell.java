// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.windows;

/// The calls of `shell32.dll` and `user32.dll` that we need. One thread.
interface Shell {
    /// `NIM_ADD`.
    int ADD = 0;

    /// `NIM_MODIFY`.
    int MODIFY = 1;

    /// `NIM_DELETE`.
    int DELETE = 2;

    /// A window that is never seen and hears nothing of others (`CreateWindowExW` below `HWND_MESSAGE`), so nobody
    /// waits for it.
    ///
    /// @return 0 when Windows refuses
    long window();

    /// An icon of the system's own for a message (`LoadIconW`, `IDI_INFORMATION`).
    long icon();

    /// `Shell_NotifyIconW`.
    ///
    /// @param data see [NotifyIconData#bytes()]
    /// @return whether the shell did it
    boolean tell(int message, byte[] data);

    /// `DestroyWindow`.
    void destroy(long window);
}
