// SPDX-License-Identifier: Apache-2.0
package org.ginnel.settings;

/// What the user decided, kept by the daemon.
///
/// @param allowLan whether printers and shares of the local network stay reachable while a tunnel is wanted;
///     names are still looked up only through the tunnel
public record Settings(boolean allowLan) {
    /// What holds until the user says otherwise.
    public static Settings defaults() {
        return new Settings(false);
    }
}
