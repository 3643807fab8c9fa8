// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.loop;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.daemon.machine.Link;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;

/// Turns what the user wants into all that is needed to run a tunnel.
public interface Provisioner {
    /// Picks a server, gets its config, resolves its endpoint. Blocks for as long as the API may take; any thread;
    /// interruptible.
    ///
    /// @param renew keep the server of this link, and ask the API even if a config is remembered
    /// @param picked told as soon as the server is known
    Result provision(Target target, Optional<Link> renew, Consumer<Server> picked) throws InterruptedException;

    /// Finds a server that could stand in for that one, which everybody's traffic goes through now, and gets all that
    /// is needed to connect to it. Blocks for as long as the API may take; any thread; interruptible.
    ///
    /// @return empty when there is none, as by default
    default Optional<Link> standby(Link current) throws InterruptedException {
        return Optional.empty();
    }

    /// Whether a tunnel to that link is to be moved to another key: its own is old, or has been replaced. Any
    /// thread, blocks on nothing.
    ///
    /// @return no, as by default
    default boolean wantsOtherKey(Link current) {
        return false;
    }

    /// Gets another key and other addresses for the same server, for a tunnel to be made beside the one that
    /// stands. The key of that one stays valid for an hour at least, and as long as the tunnel stands where the
    /// operator allows it; then it is given back by itself, whatever becomes of this process. Asking again
    /// after a failure or a crash goes on where it was. Blocks for as long as the API may take; any thread;
    /// interruptible.
    ///
    /// @return missing for a server whose key is not ours to change, as by default
    default Result withOtherKey(Link current) throws InterruptedException {
        return new Result.Missing(new ErrorCause.UnknownServer(current.server().id()));
    }

    /// How it ended.
    sealed interface Result {
        /// All is known.
        ///
        /// @param others who may be tried beside it when it does not answer at once, in this order
        record Ready(Link link, List<Link> others) implements Result {
            public Ready {
                others = List.copyOf(others);
            }
        }

        /// Something is missing.
        record Missing(ErrorCause cause) implements Result {}
    }
}
