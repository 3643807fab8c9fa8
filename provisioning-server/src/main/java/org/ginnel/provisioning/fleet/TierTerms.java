// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.util.Optional;

/// What an operator says of a tier.
///
/// @param name for people
/// @param description one sentence for people, may be empty
/// @param maxDevices how many devices a user of the tier may have; empty for the usual number
public record TierTerms(String name, String description, Optional<Integer> maxDevices) {
    public TierTerms {
        if (name.isBlank() || name.length() > 64 || description.length() > 253) {
            throw new IllegalArgumentException("a tier's name has 1 to 64 characters, its description at most 253");
        }
        maxDevices.ifPresent(Terms::checkDevices);
    }
}
