// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

/// Which server the user wants.
public sealed interface Target {
    /// The one the selector ranks first.
    record Fastest() implements Target {}

    /// This one and no other.
    ///
    /// @param serverId see [Server#id()]
    record Chosen(String serverId) implements Target {
        public Chosen {
            if (!Server.isId(serverId)) {
                throw new IllegalArgumentException("a server id is 1 to 64 of [A-Za-z0-9._-]");
            }
        }
    }
}
