// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.linux.device.LinuxDevice;
import org.ginnel.daemon.linux.dns.LinuxDns;
import org.ginnel.daemon.linux.firewall.NftFirewall;
import org.ginnel.daemon.linux.netlink.KernelNetwork;
import org.ginnel.daemon.linux.route.MarkedRoutes;
import org.ginnel.daemon.linux.route.NetlinkRoutes;
import org.ginnel.daemon.linux.watch.LinuxWatch;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.daemon.process.SystemChildren;
import org.ginnel.daemon.process.SystemCommands;

/// The ports of a Linux machine, wired. Opening it changes nothing.
public record LinuxSystem(
        Firewall firewall, Map<Lane, TunnelDevice> devices, Routes routes, Dns dns, SystemWatch watch) {
    private static final Path KERNEL_SETTINGS = Path.of("/proc/sys");
    private static final Path ENGINE_SOCKETS = Path.of("/var/run/wireguard");
    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");

    /// The ports of the machine this runs on.
    ///
    /// @param stateDir exists and is root's alone; holds what has to be put back after a crash
    /// @param daemonUid the user whose sockets may reach the API while everything else is blocked
    public static LinuxSystem open(SystemCommands commands, Path stateDir, int daemonUid) {
        var ipv6 = new Ipv6(KERNEL_SETTINGS);
        var children = new SystemChildren(commands);
        var network = new KernelNetwork();
        Map<Lane, TunnelDevice> devices = new EnumMap<>(Lane.class);
        for (var lane : Lane.values()) {
            devices.put(lane, new LinuxDevice(lane, commands, children, network, ipv6, ENGINE_SOCKETS, stateDir));
        }
        return new LinuxSystem(
                new NftFirewall(commands, daemonUid, stateDir),
                devices,
                new MarkedRoutes(new NetlinkRoutes(network, ipv6::isUsable), KERNEL_SETTINGS, stateDir),
                new LinuxDns(commands, program -> commands.find(program).isPresent(), RESOLV_CONF, stateDir),
                new LinuxWatch(
                        network,
                        RESOLV_CONF,
                        Arrays.stream(Lane.values()).map(Lane::device).collect(toUnmodifiableSet())));
    }
}
