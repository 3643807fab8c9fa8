// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.preferences.Preferences;

/// Decides once, at the daemon's first word, whether the start of the window is a wish to connect.
final class ConnectAtStart {
    private boolean decided;

    /// Whether to connect now. True at most once, and only when the user wants that, may connect, and nothing is
    /// connected, on its way, paused or blocked.
    boolean wants(LinkState state, Preferences preferences) {
        if (decided || !(state instanceof LinkState.Live(var snapshot, var _, var mayChange, var _))) {
            return false;
        }
        decided = true;
        return preferences.connectAtStart()
                && mayChange
                && snapshot.account().isPresent()
                && (snapshot.tunnel() instanceof TunnelView.Disconnected
                        || snapshot.tunnel() instanceof TunnelView.Locked);
    }
}
