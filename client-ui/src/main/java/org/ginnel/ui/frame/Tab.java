// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

/// A screen that the user can go to.
public enum Tab {
    CONNECT,
    LOCATIONS,
    ACTIVITY,
    SETTINGS
}
