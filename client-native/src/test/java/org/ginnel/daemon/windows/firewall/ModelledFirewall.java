// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.windows.Adapters;

/// The firewall of a modelled Windows, for tests of other packages.
public final class ModelledFirewall {
    private ModelledFirewall() {}

    public static Firewall of(FilterEngineModel engine, Adapters adapters) {
        return new WfpFirewall(engine, adapters);
    }
}
