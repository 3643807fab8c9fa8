// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

/// The adapters of a modelled Windows, for tests of other packages.
public final class ModelledAdapters {
    private ModelledAdapters() {}

    public static LaneAdapters of(DriverModel driver) {
        return new LaneAdapters(driver);
    }
}
