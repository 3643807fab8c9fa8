// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.dorkbox;

import java.util.function.Consumer;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayOpener;

/// The only way to dorkbox's classes: nothing of them is loaded before [PhoneHome] has had its say.
final class DorkboxTray {
    private DorkboxTray() {}

    static TrayOpener.Result open(boolean x11, Consumer<TrayAction> onAction) {
        PhoneHome.forbid();
        return SystemTrayAdapter.open(x11, onAction);
    }
}
