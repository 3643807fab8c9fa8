// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.netlink.Conversation;
import org.ginnel.daemon.linux.netlink.Conversation.Answer;
import org.ginnel.daemon.linux.netlink.Family;
import org.ginnel.daemon.linux.netlink.NetlinkException;
import org.ginnel.daemon.linux.netlink.Refused;
import org.ginnel.daemon.linux.netlink.Route;
import org.ginnel.daemon.linux.netlink.Routing;
import org.ginnel.daemon.linux.netlink.Rule;
import org.ginnel.daemon.linux.netlink.Told;

/// What stands in our tables and at our priorities, whoever put it there.
final class Remains {
    /// A table that does not exist, or a family that the kernel does not speak: nothing is there.
    private static final Set<Integer> NOTHING =
            Set.of(Refused.NOT_FOUND, Refused.NOT_SUPPORTED, Refused.NO_SUCH_FAMILY);

    /// Rules first, so that removed in this order they lead nobody into a table that is empty already.
    static List<Told> of(Conversation kernel, Collection<Family> families) throws NetlinkException {
        var found = new ArrayList<Told>();
        for (var family : families) {
            found.addAll(ours(kernel.ask(Rule.list(family)), family));
        }
        for (var family : families) {
            for (var lane : Lane.values()) {
                found.addAll(ours(kernel.ask(Route.list(family, LinuxNames.table(lane))), family));
            }
        }
        return found;
    }

    private static List<Told> ours(Answer answer, Family family) throws NetlinkException {
        var refused = answer.refused().filter(why -> !NOTHING.contains(why.errno()));
        if (refused.isPresent()) {
            throw new NetlinkException(
                    refused.get().request().verb() + ": " + refused.get().text());
        }
        return answer.told().stream()
                .filter(told -> told.thing() instanceof Routing some && some.family() == family && Traces.areOurs(some))
                .toList();
    }

    /// Whether `found` is all of `wanted`, each as often, and nothing else.
    static boolean areExactly(List<Routing> wanted, List<Told> found) {
        var there = found.stream().map(Told::thing).collect(groupingBy(identity(), counting()));
        return wanted.stream().collect(groupingBy(identity(), counting())).equals(there);
    }

    private Remains() {}
}
