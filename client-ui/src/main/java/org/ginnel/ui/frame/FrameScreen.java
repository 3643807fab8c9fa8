// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.link.LinkState;

/// What the frame shows: one page, and the way to the others when there are others.
///
/// @param ways whether the user can go elsewhere
public record FrameScreen(Page page, boolean ways) {
    /// The page is the daemon's to decide, until there is an account; then it is the user's. Without an
    /// account, but with traffic that a tunnel holds or a block holds back, the way out of that comes first.
    ///
    /// @param wanted where the user wants to be
    public static FrameScreen of(LinkState state, Tab wanted) {
        return switch (state) {
            case LinkState.Searching() -> new FrameScreen(Page.STARTING, false);
            case LinkState.Lost _ -> new FrameScreen(Page.UNREACHABLE, false);
            case LinkState.Live(var snapshot, var _, var _, var _)
            when !snapshot.isReady() -> new FrameScreen(withoutAccount(snapshot.tunnel()), false);
            case LinkState.Live _ -> new FrameScreen(page(wanted), true);
        };
    }

    private static Page withoutAccount(TunnelView tunnel) {
        var open = tunnel instanceof TunnelView.Disconnected || tunnel instanceof TunnelView.Paused;
        return open ? Page.ONBOARDING : Page.CONNECT;
    }

    static Page page(Tab tab) {
        return switch (tab) {
            case CONNECT -> Page.CONNECT;
            case LOCATIONS -> Page.LOCATIONS;
            case ACTIVITY -> Page.ACTIVITY;
            case SETTINGS -> Page.SETTINGS;
        };
    }
}
