// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

/// What our interface is called.
public final class DeviceName {
    /// One fixed name: at most 15 characters, and never made of a server's.
    public static final String TUNNEL = "ginnel0";

    private DeviceName() {}
}
