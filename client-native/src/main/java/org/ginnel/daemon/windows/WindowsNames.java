// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.util.UUID;
import org.ginnel.daemon.device.Lane;

/// The names and numbers under which Ginnel is found in Windows. Made once, by chance, and never to be
/// changed: a later version finds by them what an earlier one left.
public final class WindowsNames {
    /// Our provider of the filtering platform.
    public static final UUID PROVIDER = UUID.fromString("8f6f2a5e-3c57-4b0b-9a4e-67696e6e0001");

    /// Our sublayer of the filtering platform.
    public static final UUID SUBLAYER = UUID.fromString("8f6f2a5e-3c57-4b0b-9a4e-67696e6e0002");

    /// Name of the service in the service control manager.
    public static final String SERVICE = "ginneld";

    /// Our folder below `%ProgramData%`: what is kept between runs, and the log.
    public static final String STATE = "Ginnel";

    /// Our rule in the name resolution policy table.
    public static final UUID NAME_RULE = UUID.fromString("8f6f2a5e-3c57-4b0b-9a4e-67696e6e0003");

    /// What adapters of ours are called in the device manager.
    public static final String TUNNEL_TYPE = "Ginnel";

    /// That of the first lane; the others count on.
    private static final UUID ADAPTER = UUID.fromString("8f6f2a5e-3c57-4b0b-9a4e-67696e6e0010");

    private WindowsNames() {}

    /// The interface of a lane, as the registry names it; the same after each start, so that Windows asks nobody
    /// what kind of network it is.
    public static UUID adapter(Lane lane) {
        return new UUID(ADAPTER.getMostSignificantBits(), ADAPTER.getLeastSignificantBits() + lane.number());
    }
}
