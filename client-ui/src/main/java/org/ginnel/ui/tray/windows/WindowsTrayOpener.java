// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import java.util.function.Consumer;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayOpener;

/// Opens the tray of Windows.
public final class WindowsTrayOpener implements TrayOpener {
    @Override
    public Result open(Consumer<TrayAction> onAction) {
        return WindowsTray.open(new NativeTaskbar(), onAction)
                .<Result>map(Result.Opened::new)
                .orElseGet(() -> new Result.Unavailable("Windows gives us no window for an icon"));
    }
}
