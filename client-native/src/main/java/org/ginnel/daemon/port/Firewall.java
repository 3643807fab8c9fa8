// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.tunnel.ErrorCause;

/// The system's packet filter. Called from one thread.
public interface Firewall {
    /// Makes `policy` hold, in one transaction: at every instant either the old policy holds or the new one.
    /// Applying a policy again changes nothing. Removes what an earlier process of ours left.
    ///
    /// @return why it was refused; the old policy then still holds. Empty when it worked
    Optional<ErrorCause> apply(FirewallPolicy policy);

    /// What the machine has when it is switched on, before it has a network and whether or not a daemon starts:
    /// `policy`, or nothing of ours. From any thread. A system that has no such point, or that keeps by itself what
    /// was applied, does nothing.
    ///
    /// @param closed whether `policy` is to hold then; once it was told here, closing needs no room on the disk
    /// @return why that could not be kept
    default Optional<ErrorCause> comeUp(FirewallPolicy.Closed policy, boolean closed) {
        return Optional.empty();
    }

    /// What our rules have refused, one entry for each paragraph that refused anything, in its order; empty
    /// also when that cannot be read.
    List<Refused> refused();

    /// Whether our rules stand in the system as last applied; false also when that cannot be read.
    boolean stands();
}
