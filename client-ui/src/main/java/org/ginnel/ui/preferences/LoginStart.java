// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.util.Optional;

/// Whether the window opens when the user logs in to the desktop.
public interface LoginStart {
    /// Whether it does; empty where that cannot be set.
    Optional<Boolean> isOn();

    /// Makes it so.
    void set(boolean on);
}
