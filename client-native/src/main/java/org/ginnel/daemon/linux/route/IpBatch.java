// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// Renders route plans to what `ip -4 -batch -` and `ip -6 -batch -` read. Pure; goldens in `golden/linux/route`.
///
/// The rules are those of `wg-quick(8)` with one more: packets from the tunnel's own addresses go into the
/// tunnel before
/// anybody's do. The table ends in an `unreachable` default, so that what the peer does not carry, and
/// everything when
/// the device is gone, has no way out: a second wall behind the firewall.
final class IpBatch {
    /// Priority of the `unreachable` default: behind every other route.
    private static final int LAST_METRIC = 20_000;

    private static final String TABLE = " table " + LinuxNames.ROUTE_TABLE;
    private static final List<Integer> ALL_RULES =
            List.of(LinuxNames.RULE_FROM_TUNNEL, LinuxNames.RULE_MAIN_SPECIFIC, LinuxNames.RULE_UNMARKED);

    /// The routes of our table. Read again they change nothing.
    static String routes(RoutePlan plan, Family family) {
        List<String> lines = new ArrayList<>();
        lines.add("route replace unreachable default metric " + LAST_METRIC + TABLE);
        plan.allowedIps().stream()
                .filter(family::has)
                .map(IpNetwork::masked)
                .distinct()
                .forEach(network -> lines.add(
                        "route replace " + network + " dev " + LinuxNames.interfaceName(plan.device()) + TABLE));
        return text(lines);
    }

    /// The rules that let only the tunnel's own addresses use it.
    static String rulesFromTunnel(RoutePlan plan, Family family) {
        return text(plan.addresses().stream()
                .filter(family::has)
                .map(own -> IpLiteral.format(own.address()))
                .distinct()
                .map(own -> "rule add from " + own + TABLE + " priority " + LinuxNames.RULE_FROM_TUNNEL)
                .toList());
    }

    /// The rules that lead everybody's packets into the tunnel, but WireGuard's own and those with a route more
    /// specific
    /// than a default, which are the local network's.
    static String divert() {
        return text(List.of(
                "rule add table main suppress_prefixlength 0 priority " + LinuxNames.RULE_MAIN_SPECIFIC,
                "rule add not fwmark " + LinuxNames.MARK + TABLE + " priority " + LinuxNames.RULE_UNMARKED));
    }

    /// What removes one rule of each priority, and our table, in the family that `ip` is told.
    static String remove() {
        List<String> lines = new ArrayList<>();
        ALL_RULES.forEach(priority -> lines.add("rule del priority " + priority));
        lines.add("route flush" + TABLE);
        return text(lines);
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private IpBatch() {}
}
