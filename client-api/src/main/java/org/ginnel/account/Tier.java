// SPDX-License-Identifier: Apache-2.0
package org.ginnel.account;

/// What a key is entitled to, as the operator describes it.
///
/// @param id the operator's word for it, such as `basic` or `pro`
/// @param name for people, such as `Basic`
/// @param maxServers how many servers the tier may see, at least 0
/// @param description one sentence for people, may be empty
public record Tier(String id, String name, int maxServers, String description) {
    public Tier {
        if (id.isEmpty() || id.length() > 64) {
            throw new IllegalArgumentException("a tier id has 1 to 64 characters");
        }
        if (maxServers < 0) {
            throw new IllegalArgumentException("maxServers is negative");
        }
    }
}
