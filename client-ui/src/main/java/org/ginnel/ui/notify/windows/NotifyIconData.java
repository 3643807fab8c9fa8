// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ginnel.ui.notify.Announcement;
import org.ginnel.ui.text.WideText;

/// `NOTIFYICONDATAW` of `shellapi.h`: an icon in the tray, and what is said beside it. Pure.
///
/// @param window whose icon it is
/// @param id tells icons of a window apart
/// @param icon as Windows knows it
record NotifyIconData(long window, int id, long icon, Announcement.Urgency urgency, String title, String text) {
    static final int SIZE = 976;
    static final int WINDOW = 8;
    static final int ID = 16;
    static final int FLAGS = 20;
    static final int ICON = 32;
    static final int TIP = 40;
    static final int INFO = 304;
    static final int INFO_TITLE = 820;
    static final int INFO_FLAGS = 948;

    /// Letters of each text, and the zero that ends it.
    static final int TITLE_ROOM = 64;

    static final int TEXT_ROOM = 256;

    /// `NIF_ICON | NIF_TIP | NIF_INFO`.
    private static final int SHOWN = 0x2 | 0x4 | 0x10;

    private static final int NIIF_INFO = 1;
    private static final int NIIF_WARNING = 2;

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, SIZE)
                .putLong(WINDOW, window)
                .putInt(ID, id)
                .putInt(FLAGS, SHOWN)
                .putLong(ICON, icon);
        bytes.put(TIP, WideText.fitting("Ginnel", TITLE_ROOM));
        bytes.put(INFO, WideText.fitting(text, TEXT_ROOM));
        bytes.put(INFO_TITLE, WideText.fitting(title, TITLE_ROOM));
        bytes.putInt(INFO_FLAGS, urgency == Announcement.Urgency.CRITICAL ? NIIF_WARNING : NIIF_INFO);
        return bytes.array();
    }
}
