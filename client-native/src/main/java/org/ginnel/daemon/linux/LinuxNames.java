// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import java.util.regex.Pattern;
import org.ginnel.daemon.device.Lane;

/// The names and numbers under which Ginnel is found in a Linux system; wg-quick and Tailscale use none of them.
public final class LinuxNames {
    /// Mark of WireGuard's own packets: `ginn` in ASCII.
    public static final int MARK = 0x67696e6e;

    /// Rule that keeps connections in the tunnel that they began in, by the mark of its lane.
    public static final int RULE_STANDING = 20005;

    /// Rule that sends the daemon's own questions into the tunnel that they are about, by their source ports.
    public static final int RULE_QUESTIONS = 20007;

    /// Rule that sends packets from the tunnel's addresses into the tunnel.
    public static final int RULE_FROM_TUNNEL = 20010;

    /// The same for a tunnel beside the one that everybody uses, whose addresses may be the same.
    public static final int RULE_FROM_OTHER = 20015;

    /// Rule that leaves routes more specific than a default to the main table.
    public static final int RULE_MAIN_SPECIFIC = 20020;

    /// Rule that sends everything without [#MARK] into the tunnel.
    public static final int RULE_UNMARKED = 20030;

    /// Table of nftables, in the families `inet` and `arp`.
    public static final String NFT_TABLE = "ginnel";

    /// Prefix of the source's name in `resolvconf`.
    public static final String RESOLVCONF_PREFIX = "tun.";

    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}");

    private static final int TABLES = 0x6769;
    private static final int LANE_MARKS = 0x67696e30;

    private LinuxNames() {}

    /// Routing table of a lane: `gi` in ASCII and the next three.
    public static int table(Lane lane) {
        return TABLES + lane.number();
    }

    /// Mark of the connections that began in a lane: `gin0` to `gin3` in ASCII.
    public static int mark(Lane lane) {
        return LANE_MARKS + lane.number();
    }

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
