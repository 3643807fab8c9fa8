// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import java.util.regex.Pattern;

/// The names and numbers under which Ginnel is found in a Linux system; wg-quick and Tailscale use none of them.
public final class LinuxNames {
    /// Mark of WireGuard's own packets: `ginn` in ASCII.
    public static final int MARK = 0x67696e6e;

    /// Routing table of the tunnel: `gi` in ASCII.
    public static final int ROUTE_TABLE = 0x6769;

    /// Rule that sends packets from the tunnel's addresses into the tunnel.
    public static final int RULE_FROM_TUNNEL = 20010;

    /// Rule that leaves routes more specific than a default to the main table.
    public static final int RULE_MAIN_SPECIFIC = 20020;

    /// Rule that sends everything without [#MARK] into the tunnel.
    public static final int RULE_UNMARKED = 20030;

    /// Table of nftables, in the families `inet` and `arp`.
    public static final String NFT_TABLE = "ginnel";

    /// Prefix of the source's name in `resolvconf`.
    public static final String RESOLVCONF_PREFIX = "tun.";

    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}");

    private LinuxNames() {}

    /// Returns `name` when every program takes it for an interface and nothing else.
    ///
    /// @throws IllegalArgumentException for anything else
    public static String interfaceName(String name) {
        if (!isInterfaceName(name)) {
            throw new IllegalArgumentException("not an interface name");
        }
        return name;
    }

    /// Whether every program takes `name` for an interface and nothing else.
    public static boolean isInterfaceName(String name) {
        return INTERFACE.matcher(name).matches();
    }
}
