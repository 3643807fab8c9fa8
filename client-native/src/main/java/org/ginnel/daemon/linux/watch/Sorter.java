// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.watch;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ginnel.daemon.linux.netlink.Change;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.LinkAddress;
import org.ginnel.daemon.linux.netlink.Route;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.linux.netlink.Thing;
import org.ginnel.daemon.linux.route.OurPart;
import org.ginnel.daemon.port.SystemWatch;

/// Says what a change of the network may mean for us. Remembers what is there, because routers have addresses
/// and routes told again every few seconds although nothing is new. One thread.
final class Sorter {
    /// So much is remembered at most; a machine with more is looked at more often than it need be.
    private static final int MOST_KNOWN = 4096;

    private final Set<Thing> known = new HashSet<>();
    private final Set<String> names;
    private final Map<String, Integer> devices = new HashMap<>();

    /// @param names of the tunnels' interfaces
    Sorter(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    Set<SystemWatch.Change> sort(Change change) {
        return switch (change) {
            case Change.Anything() -> EnumSet.of(SystemWatch.Change.PROTECTION, SystemWatch.Change.NETWORK);
            case Change.Seen(var thing, var gone) -> {
                recognise(thing, gone);
                yield isOurs(change, thing)
                        ? EnumSet.of(SystemWatch.Change.PROTECTION)
                        : isNews(thing, gone)
                                ? EnumSet.of(SystemWatch.Change.NETWORK)
                                : EnumSet.noneOf(SystemWatch.Change.class);
            }
        };
    }

    /// The interface is told before its addresses and routes are.
    private void recognise(Thing thing, boolean gone) {
        if (thing instanceof Link link && names.contains(link.name()) && !gone) {
            devices.put(link.name(), link.index());
        }
    }

    private boolean isOurs(Change change, Thing thing) {
        var ours = Set.copyOf(devices.values());
        return OurPart.isTouchedBy(change, ours)
                || (thing instanceof Route route
                        && route.way() instanceof Route.Way.Through(int index)
                        && ours.contains(index));
    }

    /// Of routes only defaults decide how WireGuard's own packets leave; rules of others are their business.
    private boolean isNews(Thing thing, boolean gone) {
        return switch (thing) {
            case Rule _ -> false;
            case Route route -> route.destination().isDefault() && isNew(route, gone);
            case Link link -> isNew(link, gone);
            case LinkAddress address -> isNew(address, gone);
        };
    }

    private boolean isNew(Thing thing, boolean gone) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        if (gone) {
            known.remove(thing);
            return true;
        }
        return known.add(thing);
    }
}
