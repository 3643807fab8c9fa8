// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import com.sun.jna.Pointer;
import java.util.Optional;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// nftables by the library that `nft` is made of, in this process: a millisecond or two instead of tens of them.
///
/// One context is kept for good: to close its socket waits until the kernel has forgotten what was replaced,
/// some 10 ms. The library asks the kernel for its generation at every call, so what it remembers is never
/// stale.
final class NftLibrary implements Nft {
    private static final Logger LOG = LoggerFactory.getLogger(NftLibrary.class);
    private static final String NONE = "No such file or directory";

    private final Pointer context;

    private NftLibrary(Pointer context) {
        this.context = context;
        LibNftables.nft_ctx_buffer_output(context);
        LibNftables.nft_ctx_buffer_error(context);
    }

    /// The library of this machine, in the network namespace of the calling thread; empty when it has none.
    static Optional<Nft> find() {
        try {
            return Optional.ofNullable(LibNftables.nft_ctx_new(0)).map(NftLibrary::new);
        } catch (LinkageError e) {
            LOG.info("nftables by its program: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<ErrorCause> load(String commands) {
        return run(commands, 0) == 0 ? Optional.empty() : Optional.of(Refusals.of(Part.FIREWALL, "nft", error()));
    }

    @Override
    public Listing list(String family) {
        return list(family, LibNftables.STATELESS | LibNftables.JSON);
    }

    @Override
    public Listing count() {
        return list("inet", LibNftables.JSON);
    }

    private Listing list(String family, int flags) {
        if (run("list table " + family + " " + LinuxNames.NFT_TABLE, flags) == 0) {
            return new Listing.Present(LibNftables.nft_ctx_get_output_buffer(context));
        }
        return error().contains(NONE) ? new Listing.Absent() : new Listing.Unreadable();
    }

    private int run(String commands, int flags) {
        LibNftables.nft_ctx_output_set_flags(context, flags);
        return LibNftables.nft_run_cmd_from_buffer(context, commands);
    }

    private String error() {
        return LibNftables.nft_ctx_get_error_buffer(context);
    }
}
