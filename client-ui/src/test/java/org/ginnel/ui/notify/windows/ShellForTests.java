// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.windows;

import org.ginnel.ui.notify.Announcement;

/// Announces something by the shell and takes it away, for `bin/wine-test`, which compares what it prints.
public final class ShellForTests {
    private ShellForTests() {}

    /// Each line says what came of a call.
    public static void main(String[] words) {
        var shell = new NativeShell();
        var window = shell.window();
        var data = new NotifyIconData(
                        window,
                        1,
                        shell.icon(),
                        Announcement.Urgency.CRITICAL,
                        "Blocked",
                        "Nothing leaves this computer.")
                .bytes();
        System.out.println("window " + (window != 0));
        System.out.println("added " + shell.tell(Shell.ADD, data));
        System.out.println("added twice " + shell.tell(Shell.ADD, data));
        System.out.println("taken away " + shell.tell(Shell.DELETE, data));
        System.out.println("taken away twice " + shell.tell(Shell.DELETE, data));
        shell.destroy(window);
    }
}
