// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/// `libnftables(3)`, which is what the program `nft` is made of.
///
/// It ends the process when it cannot open a netfilter socket, so it is for machines where `nft` has worked.
final class LibNftables {
    /// `NFT_CTX_OUTPUT_STATELESS`: no counters.
    static final int STATELESS = 1 << 2;

    /// `NFT_CTX_OUTPUT_JSON`.
    static final int JSON = 1 << 4;

    static {
        Native.register(LibNftables.class, NativeLibrary.getInstance("libnftables.so.1"));
    }

    private LibNftables() {}

    /// A context with a netlink socket of its own, in the network namespace of the calling thread.
    static native @Nullable Pointer nft_ctx_new(int flags);

    static native void nft_ctx_output_set_flags(Pointer context, int flags);

    static native int nft_ctx_buffer_output(Pointer context);

    static native int nft_ctx_buffer_error(Pointer context);

    static native String nft_ctx_get_output_buffer(Pointer context);

    static native String nft_ctx_get_error_buffer(Pointer context);

    static native int nft_run_cmd_from_buffer(Pointer context, String commands);
}
