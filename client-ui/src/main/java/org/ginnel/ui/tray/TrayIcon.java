// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

/// What the icon of the tray says at a glance.
public enum TrayIcon {
    /// No tunnel; everything may leave.
    OPEN,
    /// A tunnel is being built, rebuilt or taken down.
    CHANGING,
    /// Everything goes through the tunnel.
    PROTECTED,
    /// No tunnel, and nothing leaves, because the user wants it so.
    LOCKED,
    /// No tunnel for a while; everything may leave.
    PAUSED,
    /// No tunnel, and nothing leaves.
    BLOCKED,
    /// No tunnel although one is wanted, and traffic may leave.
    EXPOSED,
    /// The daemon does not answer, so nobody here knows.
    UNKNOWN
}
