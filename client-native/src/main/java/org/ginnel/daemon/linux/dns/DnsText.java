// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.wireguard.IpLiteral;

/// A plan in the words of those who set it. Pure.
final class DnsText {
    private DnsText() {}

    /// For `resolvconf`: what `resolv.conf(5)` says.
    static String resolvConf(DnsPlan plan) {
        return plan.resolvers().stream()
                        .map(resolver -> "nameserver " + IpLiteral.format(resolver) + "\n")
                        .collect(Collectors.joining())
                + (plan.searchDomains().isEmpty() ? "" : "search " + String.join(" ", plan.domains()) + "\n");
    }

    /// For `/etc/resolv.conf` itself: the same, with a word to whoever reads it.
    static String file(DnsPlan plan) {
        return "# Written by Ginnel while its tunnel is up. What stood here before comes back on disconnect.\n"
                + resolvConf(plan);
    }

    /// For `resolvectl`: our resolvers for every name (`~.`), and nobody else's.
    static List<List<String>> resolvectl(DnsPlan plan) {
        var device = LinuxNames.interfaceName(plan.device());
        var dns = new ArrayList<>(List.of("resolvectl", "dns", device));
        plan.resolvers().forEach(resolver -> dns.add(IpLiteral.format(resolver)));
        var domain = Stream.concat(Stream.of("resolvectl", "domain", device, "~."), plan.domains().stream())
                .toList();
        return List.of(List.copyOf(dns), domain, List.of("resolvectl", "default-route", device, "yes"));
    }
}
