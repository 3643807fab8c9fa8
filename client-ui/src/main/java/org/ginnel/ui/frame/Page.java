// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

/// A screen of the window.
public enum Page {
    STARTING,
    UNREACHABLE,
    ONBOARDING,
    CONNECT,
    LOCATIONS,
    ACTIVITY,
    SETTINGS
}
