// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import static java.util.stream.Collectors.joining;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.daemon.windows.dns.Registry.Value;
import org.ginnel.wireguard.IpLiteral;

/// A plan as values of the registry. Pure; goldens in `golden/windows/dns`.
///
/// A rule of the name resolution policy table for the root (`.`) makes the resolver ask our servers for every
/// name, whatever interfaces say ([MS-GPNRPT], 2.2.2; `nrpt_windows.go` of Tailscale for the local table).
/// The interface has the same servers, for programs that ask by themselves, and registers this machine's name
/// with nobody.
final class NameSettings {
    private static final String RULES = "SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters\\DnsPolicyConfig\\";
    private static final String IPV4 = "SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\";
    private static final String IPV6 = "SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters\\Interfaces\\";

    /// Of the local table.
    private static final int VERSION = 2;

    /// The servers of this rule are to be asked.
    private static final int OUR_SERVERS = 8;

    /// One value.
    record Setting(String key, String name, Value value) {}

    private NameSettings() {}

    /// What makes programs ask the plan's resolvers; the rule last, since it is what counts.
    static List<Setting> of(Lane lane, DnsPlan plan) {
        var search = new Value.Text(String.join(",", plan.domains()));
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(ipv4(lane), "NameServer", new Value.Text(servers(plan, true))));
        settings.add(new Setting(ipv4(lane), "SearchList", search));
        settings.add(new Setting(ipv4(lane), "RegistrationEnabled", new Value.Dword(0)));
        settings.add(new Setting(ipv6(lane), "NameServer", new Value.Text(servers(plan, false))));
        settings.add(new Setting(ipv6(lane), "SearchList", search));
        settings.addAll(ofRule(plan));
        return settings;
    }

    /// Values of our rule.
    static List<Setting> ofRule(DnsPlan plan) {
        return List.of(
                new Setting(rule(), "Version", new Value.Dword(VERSION)),
                new Setting(rule(), "Name", new Value.Texts(List.of("."))),
                new Setting(rule(), "ConfigOptions", new Value.Dword(OUR_SERVERS)),
                new Setting(
                        rule(),
                        "GenericDNSServers",
                        new Value.Text(
                                plan.resolvers().stream().map(IpLiteral::format).collect(joining(";")))));
    }

    /// Values of a lane's interface that are ours.
    static List<Setting> ofInterface(Lane lane) {
        var none = new Value.Text("");
        return List.of(
                new Setting(ipv4(lane), "NameServer", none),
                new Setting(ipv4(lane), "SearchList", none),
                new Setting(ipv4(lane), "RegistrationEnabled", none),
                new Setting(ipv6(lane), "NameServer", none),
                new Setting(ipv6(lane), "SearchList", none));
    }

    /// The key of our rule, which all lanes share.
    static String rule() {
        return RULES + braces(WindowsNames.NAME_RULE);
    }

    /// With commas between; empty for none.
    static String servers(DnsPlan plan, boolean ipv4) {
        return plan.resolvers().stream()
                .filter(resolver -> resolver instanceof Inet4Address == ipv4)
                .map(IpLiteral::format)
                .collect(joining(","));
    }

    private static String ipv4(Lane lane) {
        return IPV4 + braces(WindowsNames.adapter(lane));
    }

    private static String ipv6(Lane lane) {
        return IPV6 + braces(WindowsNames.adapter(lane));
    }

    private static String braces(UUID guid) {
        return "{" + guid + "}";
    }
}
