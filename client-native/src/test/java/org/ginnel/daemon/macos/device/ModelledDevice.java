// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import java.nio.file.Path;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.macos.RoutingModel;
import org.ginnel.daemon.port.TunnelDevice;

/// The device of a modelled Mac, for tests of other packages.
public final class ModelledDevice {
    private ModelledDevice() {}

    public static TunnelDevice of(Lane lane, RoutingModel system, Path state) {
        return new MacDevice(lane, system, new FakeEngine(system), state, _ -> Optional.empty());
    }
}
