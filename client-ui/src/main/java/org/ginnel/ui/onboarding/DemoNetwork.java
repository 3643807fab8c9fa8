// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import java.util.Map;
import java.util.Optional;
import org.ginnel.account.ApiKey;

/// The demo network that the environment offers, when it offers one.
public record DemoNetwork(ApiKey key, String api) {
    /// The network of `GINNEL_DEMO_KEY` and `GINNEL_DEMO_API`; empty unless both are there and usable.
    public static Optional<DemoNetwork> from(Map<String, String> environment) {
        var key = ApiKey.parse(environment.getOrDefault("GINNEL_DEMO_KEY", ""));
        var api = ApiAddress.parse(environment.getOrDefault("GINNEL_DEMO_API", ""));
        return api instanceof ApiAddress.Usable(var url) ? key.map(k -> new DemoNetwork(k, url)) : Optional.empty();
    }
}
