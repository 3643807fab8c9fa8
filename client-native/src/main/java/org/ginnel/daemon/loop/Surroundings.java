// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.time.Instant;
import java.util.Optional;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.World;
import org.ginnel.tunnel.ErrorCause;

/// What the driver needs of the rest of the daemon. Called on the loop; none may block for long.
public interface Surroundings {
    /// What decisions may depend on, now.
    World world();

    /// Keeps on disk which tunnel is wanted. A failure is the log's business: the block does not depend on it.
    void remember(Optional<Link> wanted);

    /// Keeps on disk until when everything may leave; empty when there is no pause.
    void rememberPause(Optional<Instant> until);

    /// Another program changed this part of what protects.
    void disturbed(ErrorCause.Part part);

    /// Tells whoever asked how it ended.
    void answer(Optional<ErrorCause> failure);

    /// Finds out, in the background, which address the API sees us come from.
    void lookUpExit();

    /// The state is another one, and what it promises holds.
    void changed(State state);
}
