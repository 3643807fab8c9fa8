// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import java.util.Set;
import org.ginnel.daemon.linux.netlink.Change;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.LinkAddress;
import org.ginnel.daemon.linux.netlink.Routing;

/// Which changes of the network touch what is ours: our table, our priorities, our devices. Pure.
public final class OurPart {
    private OurPart() {}

    /// Whether `change` may be one of ours. A device that goes takes its IPv4 routes with it without a word, so
    /// its own changes count for them.
    ///
    /// @param devices indices of the tunnels' interfaces
    public static boolean isTouchedBy(Change change, Set<Integer> devices) {
        return switch (change) {
            case Change.Seen(Routing routing, var _) -> Traces.areOurs(routing);
            case Change.Seen(Link link, var _) -> devices.contains(link.index());
            case Change.Seen(LinkAddress address, var _) -> devices.contains(address.index());
            case Change.Anything() -> true;
        };
    }
}
