// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.time.Duration;
import org.ginnel.relay.Target;

/// What a person asked for in the tray.
public sealed interface TrayAction {
    /// Connect, or switch when connected.
    record Connect(Target target) implements TrayAction {}

    /// Take the tunnel down, or give up building it, and let everything leave again.
    record Disconnect() implements TrayAction {}

    /// Let everything leave for that long; then what was before comes back.
    record Pause(Duration length) implements TrayAction {}

    /// End a pause now.
    record Resume() implements TrayAction {}

    /// Show the window.
    record Open() implements TrayAction {}

    /// End the window and the tray. The tunnel is the daemon's and stays as it is.
    record Quit() implements TrayAction {}
}
