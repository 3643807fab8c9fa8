// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

import org.ginnel.ui.link.LinkState;

/// What the frame tells the brain of a screen. Called on the window's thread.
public interface PageModel {
    /// The link to the daemon says something new. Told whether or not the screen is showing.
    void on(LinkState state);

    /// The screen came into sight, or went out of it: another one is shown, or the window is hidden.
    void showing(boolean showing);
}
