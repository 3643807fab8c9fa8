// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

/// Which colours the window has.
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}
