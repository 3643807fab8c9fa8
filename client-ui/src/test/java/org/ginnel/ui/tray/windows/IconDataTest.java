// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the shell is told is where the compiler of C looks for it, and so are our numbers.
class IconDataTest {
    private static final Path LAYOUTS =
            Path.of("../client-native/src/test/resources/golden/windows/control-layouts.txt");

    @Test
    void fieldsAndNumbers_areTheCompilers() throws IOException {
        assertThat(Files.readAllLines(LAYOUTS))
                .contains(
                        "NOTIFYICONDATAW " + IconData.SIZE,
                        "NOTIFYICONDATAW.hWnd " + IconData.WINDOW + " 8",
                        "NOTIFYICONDATAW.uID " + IconData.ID + " 4",
                        "NOTIFYICONDATAW.uFlags " + IconData.FLAGS + " 4",
                        "NOTIFYICONDATAW.uCallbackMessage " + IconData.MESSAGE + " 4",
                        "NOTIFYICONDATAW.hIcon " + IconData.ICON + " 8",
                        "NOTIFYICONDATAW.szTip " + IconData.TIP + " " + 2 * IconData.TIP_ROOM,
                        "(NIF_MESSAGE|NIF_ICON|NIF_TIP) = " + 0x7,
                        "NIM_ADD = " + Taskbar.ADD,
                        "NIM_MODIFY = " + Taskbar.MODIFY,
                        "NIM_DELETE = " + Taskbar.DELETE,
                        "WNDCLASSEXW " + NativeTaskbar.CLASS,
                        "WNDCLASSEXW.lpfnWndProc " + NativeTaskbar.CLASS_FUNCTION + " 8",
                        "WNDCLASSEXW.lpszClassName " + NativeTaskbar.CLASS_NAME + " 8",
                        "MSG " + NativeTaskbar.MESSAGE,
                        "POINT " + NativeTaskbar.POINT,
                        "WM_NULL = " + NativeTaskbar.NOTHING,
                        "WM_LBUTTONUP = " + NativeTaskbar.WM_LBUTTONUP,
                        "WM_RBUTTONUP = " + NativeTaskbar.WM_RBUTTONUP,
                        "WM_APP = " + (IconData.CALLBACK - 1),
                        "SM_CXSMICON = " + NativeTaskbar.SMALL_ICON,
                        "MF_STRING = " + NativeTaskbar.STRING,
                        "MF_GRAYED = " + NativeTaskbar.GRAYED,
                        "MF_SEPARATOR = " + NativeTaskbar.SEPARATOR,
                        "(TPM_RIGHTBUTTON|TPM_NONOTIFY|TPM_RETURNCMD) = " + NativeTaskbar.CHOOSE);
    }

    @Test
    void bytes_sayWhoseIconItIs_andWhereClicksGo() {
        var data =
                ByteBuffer.wrap(new IconData(0x10e, 0x77, "Connected").bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(data.getInt(0)).isEqualTo(IconData.SIZE);
        assertThat(data.getLong(IconData.WINDOW)).isEqualTo(0x10e);
        assertThat(data.getInt(IconData.FLAGS)).isEqualTo(7);
        assertThat(data.getInt(IconData.MESSAGE)).isEqualTo(IconData.CALLBACK);
        assertThat(data.getLong(IconData.ICON)).isEqualTo(0x77);
        assertThat(new String(data.array(), IconData.TIP, 20, UTF_16LE)).isEqualTo("Connected\0");
    }

    @Test
    void aTip_isCutBetweenLetters() {
        var data = new IconData(1, 2, "\ud83d\ude00".repeat(80)).bytes();
        var tip = new String(data, IconData.TIP, 2 * IconData.TIP_ROOM, UTF_16LE);
        assertThat(tip).isEqualTo("\ud83d\ude00".repeat(63) + "\u2026\0");
    }
}
