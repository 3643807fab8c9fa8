// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ginnel.ui.text.WideText;

/// `NOTIFYICONDATAW` of `shellapi.h` for an icon that stays. Pure; offsets by `windows-control-layouts.c`.
///
/// @param window whose icon it is, and which is told of clicks
/// @param icon as Windows knows it
/// @param tip what is read beside the pointer
record IconData(long window, long icon, String tip) {
    static final int SIZE = 976;
    static final int WINDOW = 8;
    static final int ID = 16;
    static final int FLAGS = 20;
    static final int MESSAGE = 24;
    static final int ICON = 32;
    static final int TIP = 40;

    /// Letters of the tip, and the zero that ends it.
    static final int TIP_ROOM = 128;

    /// `NIF_MESSAGE | NIF_ICON | NIF_TIP`.
    private static final int SHOWN = 0x1 | 0x2 | 0x4;

    /// The message that the window is sent: the first behind `WM_APP`.
    static final int CALLBACK = 0x8001;

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, SIZE)
                .putLong(WINDOW, window)
                .putInt(ID, 1)
                .putInt(FLAGS, SHOWN)
                .putInt(MESSAGE, CALLBACK)
                .putLong(ICON, icon);
        bytes.put(TIP, WideText.fitting(tip, TIP_ROOM));
        return bytes.array();
    }
}
