// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// What the kernel did not do.
///
/// @param errno as in errno(3)
/// @param text what the kernel says of it; never empty
public record Refused(Request request, int errno, String text) {
    public static final int NOT_FOUND = 2;
    public static final int NO_SUCH_PROCESS = 3;
    public static final int EXISTS = 17;
    public static final int NO_DEVICE = 19;
    public static final int NOT_SUPPORTED = 95;
    public static final int NO_SUCH_FAMILY = 97;
    public static final int NETWORK_DOWN = 100;

    /// What it means to a client.
    public ErrorCause cause(Part part) {
        return Refusals.of(part, "rtnetlink " + request.verb(), "errno " + errno + ": " + text);
    }
}
