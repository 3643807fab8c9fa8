// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.io.IOException;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// The conversation with the kernel broke: what was asked for may have happened or not.
public sealed class NetlinkException extends IOException permits NetlinkSocket.LostException {
    public NetlinkException(String message) {
        super(message);
    }

    /// What it means to a client.
    public ErrorCause cause(Part part) {
        return Refusals.of(part, "rtnetlink", String.valueOf(getMessage()));
    }
}
