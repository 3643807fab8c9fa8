// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import java.util.Optional;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.DesiredState;

/// What an agent asks of the provisioning service.
public interface Provisioning {
    /// Waits for the peers to have, but not for ever.
    ///
    /// @param after the revision that is applied; empty answers at once
    DesiredState poll(Optional<Long> after) throws LinkException;

    /// Tells what the device has.
    void report(AppliedReport report) throws LinkException;
}
