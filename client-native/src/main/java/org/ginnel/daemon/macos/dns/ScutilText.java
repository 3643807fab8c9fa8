// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.dns;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.wireguard.IpLiteral;

/// A plan in the words of `scutil(8)`, and what it answers. Pure; goldens in `golden/macos/dns`.
///
/// A resolver of the dynamic store with `SupplementalMatchDomains` of one empty name is asked for every name
/// (`SCSchemaDefinitions.h`, `resolver(5)`), before those of other programs by its low order. Each lane has
/// an entry of its own, so one can be there before the other goes.
final class ScutilText {
    private static final Pattern ELEMENT = Pattern.compile("\\s+\\d+ : (\\S+)");

    private ScutilText() {}

    /// Makes the lane's entry.
    static String set(Lane lane, DnsPlan plan) {
        var domains = plan.domains();
        return "d.init\n"
                + "d.add ServerAddresses * "
                + plan.resolvers().stream().map(IpLiteral::format).collect(joining(" ")) + "\n"
                + "d.add SupplementalMatchDomains * \"\"\n"
                + "d.add SupplementalMatchOrders * # 1\n"
                + (domains.isEmpty() ? "" : "d.add SearchDomains * " + String.join(" ", domains) + "\n")
                + "set " + key(lane) + "\nquit\n";
    }

    /// Removes the entries of lanes; what is not there makes no difference.
    static String remove(List<Lane> lanes) {
        return lanes.stream().map(lane -> "remove " + key(lane) + "\n").collect(joining()) + "quit\n";
    }

    /// Asks for the lane's entry.
    static String show(Lane lane) {
        return "show " + key(lane) + "\nquit\n";
    }

    /// Whether `answer` to [#show(Lane)] has exactly the plan's resolvers, in their order.
    static boolean hasResolvers(DnsPlan plan, String answer) {
        var begin = answer.indexOf("ServerAddresses : <array> {");
        var end = answer.indexOf('}', Math.max(begin, 0));
        return begin >= 0
                && end > begin
                && answer.substring(begin, end)
                        .lines()
                        .map(ELEMENT::matcher)
                        .filter(Matcher::matches)
                        .map(element -> element.group(1))
                        .toList()
                        .equals(plan.resolvers().stream().map(IpLiteral::format).toList());
    }

    /// The lane whose interface the plan names, in the daemon's own naming.
    static Lane lane(DnsPlan plan) {
        return Lane.ofDevice(plan.device()).orElseThrow(() -> new IllegalArgumentException("no lane has this device"));
    }

    private static String key(Lane lane) {
        return "State:/Network/Service/org.ginnel." + lane.number() + "/DNS";
    }
}
