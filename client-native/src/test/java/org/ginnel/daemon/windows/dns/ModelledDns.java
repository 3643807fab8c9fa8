// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import java.util.Map;
import org.ginnel.daemon.port.Dns;

/// The resolvers of a modelled Windows, for tests of other packages.
public final class ModelledDns {
    private ModelledDns() {}

    public static Dns of(RegistryModel registry) {
        return new WindowsDns(registry);
    }

    public static boolean isUntouched(RegistryModel registry) {
        return registry.told.isEmpty() && registry.keys.values().stream().allMatch(Map::isEmpty);
    }
}
