// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.lease;

import java.util.List;

/// The leases of one server as of one revision.
public record ServerState(long revision, List<Lease> leases) {
    public ServerState {
        leases = List.copyOf(leases);
    }
}
