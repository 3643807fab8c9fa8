// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.windows;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.ui.notify.Announcement.Urgency;
import org.junit.jupiter.api.Test;

/// The structure is where Windows' compiler has it, which `client-native/src/test/c/windows-control-layouts.c` printed.
class NotifyIconDataTest {
    private static final Path LAYOUTS =
            Path.of("../client-native/src/test/resources/golden/windows/control-layouts.txt");

    @Test
    void fields_areWhereTheCompilerHasThem() throws IOException {
        assertThat(Files.readAllLines(LAYOUTS))
                .contains(
                        "NOTIFYICONDATAW " + NotifyIconData.SIZE,
                        "NOTIFYICONDATAW.hWnd " + NotifyIconData.WINDOW + " 8",
                        "NOTIFYICONDATAW.uID " + NotifyIconData.ID + " 4",
                        "NOTIFYICONDATAW.uFlags " + NotifyIconData.FLAGS + " 4",
                        "NOTIFYICONDATAW.hIcon " + NotifyIconData.ICON + " 8",
                        "NOTIFYICONDATAW.szTip " + NotifyIconData.TIP + " 256",
                        "NOTIFYICONDATAW.szInfo " + NotifyIconData.INFO + " " + 2 * NotifyIconData.TEXT_ROOM,
                        "NOTIFYICONDATAW.szInfoTitle " + NotifyIconData.INFO_TITLE + " "
                                + 2 * NotifyIconData.TITLE_ROOM,
                        "NOTIFYICONDATAW.dwInfoFlags " + NotifyIconData.INFO_FLAGS + " 4",
                        "NIM_ADD = " + Shell.ADD,
                        "NIM_MODIFY = " + Shell.MODIFY,
                        "NIM_DELETE = " + Shell.DELETE,
                        "(NIF_ICON|NIF_TIP|NIF_INFO) = " + 0x16,
                        "NIIF_INFO = 1",
                        "NIIF_WARNING = 2");
    }

    @Test
    void whatIsTooLong_isCut_andEndsInsideItsRoom() {
        var data = new NotifyIconData(1, 2, 3, Urgency.LOW, "t".repeat(90), "\ud83d\ude00".repeat(200)).bytes();
        assertThat(data).hasSize(NotifyIconData.SIZE);
        var title = new String(data, NotifyIconData.INFO_TITLE, 2 * NotifyIconData.TITLE_ROOM, UTF_16LE);
        assertThat(title).isEqualTo("t".repeat(62) + "\u2026\0");
        var text = new String(data, NotifyIconData.INFO, 2 * NotifyIconData.TEXT_ROOM, UTF_16LE);
        assertThat(text).isEqualTo("\ud83d\ude00".repeat(127) + "\u2026\0");
    }
}
