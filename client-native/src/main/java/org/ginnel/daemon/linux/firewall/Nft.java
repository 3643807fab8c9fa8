// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;

/// nftables, in the language of `nft(8)`. One thread.
interface Nft {
    /// Carries out `commands` in one kernel transaction: all of them or none.
    ///
    /// @return why it was refused; nothing has changed then
    Optional<ErrorCause> load(String commands);

    /// Table `ginnel` of one family as JSON, without counters, handles included.
    Listing list(String family);

    /// Table `ginnel` of the family `inet` as JSON, with counters.
    Listing count();

    /// What there is of a table.
    sealed interface Listing {
        /// All of it.
        record Present(String json) implements Listing {}

        /// There is none.
        record Absent() implements Listing {}

        /// It could not be read.
        record Unreadable() implements Listing {}
    }
}
