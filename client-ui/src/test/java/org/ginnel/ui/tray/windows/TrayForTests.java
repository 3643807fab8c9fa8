// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.TrayItem;
import org.ginnel.ui.tray.TrayMenu;
import org.jspecify.annotations.Nullable;

/// A tray of the shell's, for `bin/wine-test`, which compares what it prints. Messages that the shell would
/// send are posted to its window.
public final class TrayForTests {
    private static final int WM_LBUTTONUP = 0x202;
    private static final int WM_RBUTTONUP = 0x205;

    /// Ends a menu, as when somebody clicks elsewhere.
    private static final int WM_CANCELMODE = 0x1f;

    private TrayForTests() {}

    /// Each line says what came of it.
    public static void main(String[] words) throws InterruptedException {
        var asked = new LinkedBlockingQueue<TrayAction>();
        var taskbar = new NativeTaskbar();
        var tray = WindowsTray.open(taskbar, asked::add);
        System.out.println("opened " + tray.isPresent());
        if (tray.isEmpty()) {
            return;
        }
        var items = List.<TrayItem>of(
                new TrayItem.Label("Not connected"),
                new TrayItem.Divider(),
                new TrayItem.Command("quit", "Quit & forget", new TrayAction.Quit()));
        for (var icon : List.of(TrayIcon.OPEN, TrayIcon.PROTECTED)) {
            tray.get().show(new TrayMenu(icon, icon.name(), items));
            System.out.println("visible " + tray.get().isVisible());
        }
        taskbar.post(IconData.CALLBACK, WM_LBUTTONUP);
        System.out.println("clicked " + asked.poll(10, TimeUnit.SECONDS));
        taskbar.post(IconData.CALLBACK, WM_RBUTTONUP);
        taskbar.post(IconData.CALLBACK, WM_LBUTTONUP);
        System.out.println("after the menu " + whenTheMenuIsLeft(taskbar, asked));
        tray.get().close();
        System.out.println("visible " + tray.get().isVisible());
    }

    /// The menu may not be there yet when it is told to go.
    private static @Nullable TrayAction whenTheMenuIsLeft(NativeTaskbar taskbar, BlockingQueue<TrayAction> asked)
            throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            taskbar.post(WM_CANCELMODE, 0);
            var action = asked.poll(100, TimeUnit.MILLISECONDS);
            if (action != null) {
                return action;
            }
        }
        return null;
    }
}
