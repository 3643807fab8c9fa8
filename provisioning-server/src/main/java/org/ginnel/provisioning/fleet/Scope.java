// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

/// Which gateways a peer belongs to.
///
/// @param text as it is stored
public record Scope(String text) {
    private static final String SERVER = "server:";
    private static final String TIER = "tier:";

    public static Scope of(String text) {
        if (!text.startsWith(SERVER) && !text.startsWith(TIER)) {
            throw new IllegalArgumentException("a scope is a server or a tier");
        }
        return new Scope(text);
    }

    /// One server alone.
    public static Scope server(String id) {
        return new Scope(SERVER + id);
    }

    /// Every server that the tier may use.
    public static Scope tier(String tier) {
        return new Scope(TIER + tier);
    }
}
