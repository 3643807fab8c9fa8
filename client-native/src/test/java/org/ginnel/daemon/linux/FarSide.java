// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A network namespace at the other end of two cables, which counts what arrives: `up0` is our uplink with the
/// default routes, `ginnel0` stands for a tunnel.
public final class FarSide implements AutoCloseable {
    private static final Pattern COUNTER = Pattern.compile("counter (\\w+) \\{\\s+packets (\\d+)");

    private final Tools tools;

    private FarSide(Tools tools) {
        this.tools = tools;
    }

    /// Lays the cables.
    public static FarSide connect(Tools tools) {
        var far = new FarSide(tools);
        far.close();
        tools.run("ip netns add far");
        tools.kernelSetting("net/ipv6/conf/default/accept_dad", "0");
        far.cable("up0", "192.168.77.10/24", "192.168.77.1/24", "2001:db8:77::10/64", "2001:db8:77::1/64");
        tools.feed("""
                route add default via 192.168.77.1
                route add default via 2001:db8:77::1
                """, "ip -batch -");
        far.run("nft add table inet watch");
        far.run("nft add chain inet watch arriving { type filter hook prerouting priority -400; }");
        return far;
    }

    /// Lays one more cable; both ends know each other's hardware address, so that packets arrive in order.
    public void cable(String name, String ours4, String theirs4, String ours6, String theirs6) {
        tools.run("ip link add %1$s type veth peer name %1$s netns far".formatted(name));
        var near = hardwareAddress("ip -br link show " + name);
        var remote = hardwareAddress("ip -n far -br link show " + name);
        end("ip", name, ours4, ours6, theirs4, theirs6, remote);
        end("ip -n far", name, theirs4, theirs6, ours4, ours6, near);
        awaitCarrier(name);
    }

    private void end(String ip, String name, String own4, String own6, String peer4, String peer6, String peerMac) {
        tools.feed("""
                address add %2$s dev %1$s
                address add %3$s dev %1$s nodad
                link set %1$s up
                neighbour replace %4$s lladdr %6$s dev %1$s nud permanent
                neighbour replace %5$s lladdr %6$s dev %1$s nud permanent
                """.formatted(name, own4, own6, host(peer4), host(peer6), peerMac), ip + " -batch -");
    }

    /// The kernel notices a plugged cable a moment later, and only then adds its last route.
    private void awaitCarrier(String name) {
        for (int i = 0; i < 200; i++) {
            if (tools.run("ip -6 route show table local").contains("multicast ff00::/8 dev " + name)) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("no carrier on " + name);
    }

    private static String host(String network) {
        return network.substring(0, network.indexOf('/'));
    }

    private String hardwareAddress(String show) {
        return tools.run(show).trim().split(" +", -1)[2];
    }

    /// Runs one program on the far side.
    public String run(String line) {
        return tools.run("ip netns exec far " + line);
    }

    /// Runs one program on the far side and does not care how it ends.
    public void attempt(String line) {
        tools.attempt("ip netns exec far " + line);
    }

    /// Counts from now on what arrives and matches.
    public void count(String name, String match) {
        tools.feed(
                "add counter inet watch %1$s\nadd rule inet watch arriving %2$s counter name \"%1$s\"\n"
                        .formatted(name, match),
                "ip netns exec far nft -f -");
    }

    /// How many packets of every count arrived so far.
    public Map<String, Long> arrived() {
        var counters = new TreeMap<String, Long>();
        var listed = COUNTER.matcher(run("nft list counters table inet watch"));
        while (listed.find()) {
            counters.put(listed.group(1), Long.valueOf(listed.group(2)));
        }
        return counters;
    }

    /// How many packets of that count arrived so far.
    public long arrived(String name) {
        return Objects.requireNonNull(arrived().get(name), name);
    }

    @Override
    public void close() {
        List.of("up0", "ginnel0").forEach(cable -> tools.attempt("ip link del " + cable));
        tools.attempt("ip netns del far");
    }
}
