// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import java.nio.file.Path;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.process.Commands;

/// The device of a modelled Mac, for tests of other packages.
public final class ModelledDevice {
    private ModelledDevice() {}

    public static TunnelDevice of(Lane lane, Commands system, FakeEngine engine, Path state) {
        return new MacDevice(lane, system, engine, state, _ -> Optional.empty());
    }
}
