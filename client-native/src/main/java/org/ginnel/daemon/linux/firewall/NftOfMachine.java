// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.tunnel.ErrorCause;

/// nftables by the program until that has worked once, then by the library, where there is one: the library may
/// not be tried on a machine without nftables.
final class NftOfMachine implements Nft {
    private final Nft program;
    private final Supplier<Optional<Nft>> library;
    private Optional<Nft> proven = Optional.empty();

    /// @param library asked once, when the program has worked
    NftOfMachine(Nft program, Supplier<Optional<Nft>> library) {
        this.program = program;
        this.library = library;
    }

    @Override
    public Optional<ErrorCause> load(String commands) {
        if (proven.isPresent()) {
            return proven.get().load(commands);
        }
        var refused = program.load(commands);
        if (refused.isEmpty()) {
            proven = library.get().or(() -> Optional.of(program));
        }
        return refused;
    }

    @Override
    public Listing list(String family) {
        return proven.orElse(program).list(family);
    }

    @Override
    public Listing count() {
        return proven.orElse(program).count();
    }
}
