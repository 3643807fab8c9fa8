// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import org.ginnel.daemon.windows.SecurityDescriptor;

/// How the control pipe is made (`CreateNamedPipeW`). Data.
///
/// @param openMode duplex, overlapped, and the first instance of its name or none: nobody listens there
/// before us
/// @param pipeMode bytes, and no caller over the network
public record ControlPipe(String name, int openMode, int pipeMode, SecurityDescriptor descriptor) {
    private static final int PIPE_ACCESS_DUPLEX = 0x3;
    private static final int FILE_FLAG_OVERLAPPED = 0x4000_0000;
    private static final int FILE_FLAG_FIRST_PIPE_INSTANCE = 0x0008_0000;
    private static final int PIPE_REJECT_REMOTE_CLIENTS = 0x8;

    /// The one that the daemon begins with.
    ///
    /// @param name such as [org.ginnel.control.SocketPath#PIPE]
    public static ControlPipe first(String name) {
        return new ControlPipe(
                name,
                PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
                PIPE_REJECT_REMOTE_CLIENTS,
                SecurityDescriptor.ofPipe());
    }

    /// Another one of the same name, for the next caller.
    public ControlPipe next() {
        return new ControlPipe(name, openMode & ~FILE_FLAG_FIRST_PIPE_INSTANCE, pipeMode, descriptor);
    }
}
