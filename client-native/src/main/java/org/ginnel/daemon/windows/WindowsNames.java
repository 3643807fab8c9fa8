// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.util.UUID;

/// The names and numbers under which Ginnel is found in Windows. Made once, by chance, and never to be
/// changed: a later version finds by them what an earlier one left.
public final class WindowsNames {
    /// Our provider of the filtering platform.
    public static final UUID PROVIDER = UUID.fromString("8f6f2a5e-3c57-4b0b-9a4e-67696e6e0001");

    /// Our sublayer of the filtering platform.
    public static final UUID SUBLAYER = UUID.fromString("8f6f2a5e-3c57-4b0b-9a4e-67696e6e0002");

    /// Name of the service in the service control manager.
    public static final String SERVICE = "ginneld";

    private WindowsNames() {}
}
