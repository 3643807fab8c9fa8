// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import java.util.Optional;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.UseReport;

/// What an agent asks of the provisioning service.
public interface Provisioning {
    /// Waits for the peers to have, but not for ever. Answers what changed where that is possible.
    ///
    /// @param after the revision that is applied; empty answers everything, at once
    Desired poll(Optional<Long> after) throws LinkException;

    /// Tells what the device has.
    void report(AppliedReport report) throws LinkException;

    /// Tells how busy the gateway is and what peers used.
    void tell(UseReport report) throws LinkException;
}
