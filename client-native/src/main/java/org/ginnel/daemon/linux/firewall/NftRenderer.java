// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import static org.ginnel.daemon.linux.firewall.Addresses.LAN4;
import static org.ginnel.daemon.linux.firewall.Addresses.LAN6;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Carries;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;
import org.ginnel.daemon.firewall.Target;
import org.ginnel.daemon.linux.LinuxNames;

/// Renders a policy as one nftables transaction that puts the new table in the old one's place. Pure.
final class NftRenderer {
    private static final String MARK = "0x%08x".formatted(LinuxNames.MARK);

    /// An answer to the program, so that it fails at once; not a TCP reset, so that connections which already
    /// stand live on when the tunnel comes back.
    private static final String REJECT = "reject with icmpx admin-prohibited";

    private final Closed policy;
    private final long daemonUid;
    private final NftChain output = new NftChain("output", "filter", "drop");
    private final NftChain input = new NftChain("input", "filter", "drop");
    private final NftChain forward = new NftChain("forward", "filter", "drop");
    private final NftChain guard = new NftChain("prerouting", "raw", "accept");
    private final NftChain names = NftChain.jumpedTo("names");
    private final NftChain standing;

    private NftRenderer(Closed policy, long daemonUid) {
        this.policy = policy;
        this.daemonUid = daemonUid;
        this.standing = NftChain.marking(
                "standing", policy.tunnels().stream().anyMatch(tunnel -> tunnel.carries() == Carries.STANDING));
    }

    /// @param daemonUid whose sockets may reach the API
    /// @param arp whether to guard the tunnel's addresses in the family `arp`, which some kernels lack
    static String render(FirewallPolicy policy, long daemonUid, boolean arp) {
        var text = new StringBuilder(replace("inet"));
        if (arp) {
            text.append(replace("arp"));
        }
        return switch (policy) {
            case Open() -> text.toString();
            case Closed closed -> {
                var renderer = new NftRenderer(closed, daemonUid);
                text.append(renderer.inet());
                yield arp ? text.append(renderer.arp()).toString() : text.toString();
            }
        };
    }

    private static String replace(String family) {
        return "add table %1$s %2$s\ndelete table %1$s %2$s\n".formatted(family, LinuxNames.NFT_TABLE);
    }

    private String inet() {
        loopback();
        wireguard();
        dhcp();
        neighbours();
        names();
        guard();
        api();
        policy.tunnels().forEach(this::tunnel);
        policy.tunnels().forEach(this::keepStanding);
        policy.tunnels().forEach(this::markNew);
        if (policy.allowLan()) {
            lan();
        }
        output.add(9, "counter " + REJECT);
        forward.add(9, "counter " + REJECT);
        input.add(9, "counter drop");
        return "table inet %s {\n%s%s%s%s%s%s}\n"
                .formatted(
                        LinuxNames.NFT_TABLE,
                        names.text(),
                        guard.text(),
                        input.text(),
                        forward.text(),
                        standing.isEmpty() ? "" : standing.text(),
                        output.text());
    }

    private void loopback() {
        output.add(1, "oifname \"lo\" accept");
        input.add(1, "iifname \"lo\" accept");
        input.add(10, "ct state established,related accept");
    }

    private void wireguard() {
        for (var to : Target.of(policy.endpoints())) {
            output.add(
                    2,
                    "meta mark %s %s daddr %s udp dport %d accept"
                            .formatted(MARK, family(to), to.literal(), to.port()));
            var from = "%s saddr %s udp sport %d".formatted(family(to), to.literal(), to.port());
            input.add(2, from + " accept");
            guard.add(13, from + " meta mark set " + MARK + " accept");
        }
    }

    private void dhcp() {
        output.add(3, "udp sport 68 udp dport 67 ip daddr " + Addresses.DHCP_SERVERS + " accept");
        output.add(
                3, "udp sport 546 udp dport 547 ip6 saddr fe80::/10 ip6 daddr " + Addresses.DHCP6_SERVERS + " accept");
        input.add(3, "udp sport 67 udp dport 68 accept");
        input.add(3, "ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept");
    }

    private void neighbours() {
        output.add(
                4,
                "ip6 hoplimit 255 icmpv6 type { nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert }"
                        + " icmpv6 code 0 accept");
        output.add(
                4,
                "ip6 hoplimit 1 ip6 daddr ff02::/16"
                        + " icmpv6 type { mld-listener-report, mld-listener-done, mld2-listener-report } accept");
        input.add(
                4,
                "ip6 hoplimit 255 icmpv6 type { nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert,"
                        + " nd-redirect } icmpv6 code 0 accept");
        input.add(4, "ip6 saddr fe80::/10 icmpv6 type mld-listener-query accept");
    }

    private void names() {
        for (var chain : List.of(output, forward)) {
            chain.add(5, "meta l4proto { tcp, udp } th dport { 53, 853 } goto names");
        }
        policy.tunnels().forEach(this::resolvers);
        names.add(5, "counter " + REJECT);
    }

    private void resolvers(Tunnel tunnel) {
        for (var family : List.of("ip", "ip6")) {
            var resolvers = Addresses.set(tunnel.resolvers(), family);
            if (!resolvers.isEmpty()) {
                names.add(5, "oifname \"%s\" %s daddr %s accept".formatted(device(tunnel), family, resolvers));
            }
        }
    }

    /// Two tunnels may have the same address of ours, which then belongs to both their devices.
    private void guard() {
        Map<List<Tunnel>, List<InetAddress>> owners = new LinkedHashMap<>();
        policy.tunnels().stream()
                .flatMap(tunnel -> tunnel.addresses().stream())
                .distinct()
                .forEach(ours -> owners.computeIfAbsent(
                                policy.tunnels().stream()
                                        .filter(tunnel -> tunnel.addresses().contains(ours))
                                        .toList(),
                                _ -> new ArrayList<>())
                        .add(ours));
        owners.forEach(this::guard);
    }

    private void guard(List<Tunnel> owners, List<InetAddress> addresses) {
        var devices = owners.stream()
                .map(NftRenderer::device)
                .map(NftRenderer::quoted)
                .toList();
        var theirs = devices.size() == 1 ? devices.getFirst() : "{ " + String.join(", ", devices) + " }";
        for (var family : List.of("ip", "ip6")) {
            var ours = Addresses.set(addresses, family);
            if (!ours.isEmpty()) {
                guard.add(
                        12,
                        "%s daddr %s iifname != { \"lo\", %s } counter drop"
                                .formatted(family, ours, String.join(", ", devices)));
                output.add(12, "oifname != %s %s saddr %s counter drop".formatted(theirs, family, ours));
            }
        }
    }

    private void api() {
        for (var to : Target.of(policy.api())) {
            output.add(
                    6,
                    "meta skuid %d %s daddr %s tcp dport %d accept"
                            .formatted(daemonUid, family(to), to.literal(), to.port()));
        }
    }

    private void tunnel(Tunnel tunnel) {
        output.add(7, "oifname \"%s\" accept".formatted(device(tunnel)));
        forward.add(11, "oifname \"%s\" accept".formatted(device(tunnel)));
        forward.add(11, "iifname \"%s\" ct state established,related accept".formatted(device(tunnel)));
    }

    /// Packets that come out of a tunnel which not everybody uses pass the check of `rp_filter` by its routes.
    private void keepStanding(Tunnel tunnel) {
        var mark = mark(tunnel);
        switch (tunnel.carries()) {
            case NEW -> {}
            case NONE -> guard.add(14, fromInside(tunnel, mark));
            case STANDING -> {
                guard.add(14, fromInside(tunnel, mark));
                standing.add(14, "ct mark %s meta mark set %s accept".formatted(mark, mark));
            }
        }
    }

    private static String fromInside(Tunnel tunnel, String mark) {
        return "iifname \"%s\" fib daddr type local meta mark set %s".formatted(device(tunnel), mark);
    }

    private void markNew(Tunnel tunnel) {
        switch (tunnel.carries()) {
            case NEW -> {
                var mark = mark(tunnel);
                standing.add(14, "oifname \"%s\" ct mark != %s ct mark set %s".formatted(device(tunnel), mark, mark));
            }
            case NONE, STANDING -> {}
        }
    }

    private static String mark(Tunnel tunnel) {
        return "0x%08x".formatted(LinuxNames.mark(tunnel.lane()));
    }

    private void lan() {
        output.add(8, "meta l4proto { tcp, udp } th dport { 137, 5355 } counter " + REJECT);
        output.add(8, "ip daddr " + LAN4 + " accept");
        output.add(8, "ip6 daddr " + LAN6 + " accept");
        output.add(8, "ip daddr " + Addresses.LOCAL_MULTICAST4 + " accept");
        output.add(8, "ip6 daddr " + Addresses.LOCAL_MULTICAST6 + " accept");
        input.add(8, "ip saddr " + LAN4 + " accept");
        input.add(8, "ip6 saddr " + LAN6 + " accept");
    }

    private String arp() {
        var ours = Addresses.set(
                policy.tunnels().stream()
                        .flatMap(tunnel -> tunnel.addresses().stream())
                        .toList(),
                "ip");
        return ours.isEmpty() ? "" : arp(ours);
    }

    private static String arp(String ours) {
        var chain = new NftChain("input", "filter", "accept");
        chain.add(12, "arp daddr ip " + ours + " drop");
        return "table arp %s {\n%s}\n".formatted(LinuxNames.NFT_TABLE, chain.text());
    }

    private static String family(Target target) {
        return Addresses.family(target.address());
    }

    private static String device(Tunnel tunnel) {
        return tunnel.lane().device();
    }

    private static String quoted(String device) {
        return '"' + device + '"';
    }
}
