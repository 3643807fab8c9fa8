// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.util.Optional;
import org.ginnel.provisioning.key.Caller;

/// What an operator says of a user. It counts, whatever the user's keys say.
///
/// @param maxDevices how many devices the user may have; empty for what the tier allows
/// @param suspended whether the user's keys open nothing, and no gateway has the user's peers
public record UserTerms(Caller user, Optional<Integer> maxDevices, boolean suspended) {
    public UserTerms {
        maxDevices.ifPresent(Terms::checkDevices);
    }

    public String id() {
        return user.user();
    }
}
